using SurvBot.Bot.Evaluation;

namespace SurvBot.Bot.Commands;

/// <summary>Files that a person named.</summary>
internal static class InputFiles
{
    /// <summary>The file's absolute path.</summary>
    /// <exception cref="CommandException">It is not there: wrong use.</exception>
    public static string RequireFile(this CommandEnvironment environment, string path) =>
        environment.FullPath(path) is var full && File.Exists(full) ? full : throw CommandException.WrongUse($"There is no file {path}.");

    /// <summary>All questions of a file whose every line must be good: a measurement over the others would mislead.</summary>
    /// <exception cref="CommandException">It is not there, or a line is bad.</exception>
    public static async Task<IReadOnlyList<QuestionLine>> ReadQuestionsAsync(this CommandEnvironment environment, string path, CancellationToken cancellationToken)
    {
        var questions = new List<QuestionLine>();
        await foreach (var outcome in QuestionFile.ReadAsync(environment.RequireFile(path), cancellationToken))
            questions.Add(outcome is QuestionRead { Question: var question } ? question : throw CommandException.Failed($"{path}, {((QuestionFailure)outcome).Error}: correct the line, then run again."));
        return questions;
    }

    /// <summary>Reads a file of one JSON object a line; blank lines are left out.</summary>
    /// <exception cref="CommandException">The file cannot be read, or a line is not what <paramref name="parse"/> takes.</exception>
    public static IReadOnlyList<T> ReadLines<T>(this CommandEnvironment environment, string path, Func<string, T> parse)
    {
        string full = environment.RequireFile(path);
        try
        {
            return [.. File.ReadLines(full).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => ReadLine(path, line.Item, line.Index + 1, parse))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongUse($"{path} cannot be read: {fault.Message}");
        }
    }

    private static T ReadLine<T>(string path, string line, int number, Func<string, T> parse)
    {
        try
        {
            return parse(line);
        }
        catch (FormatException fault)
        {
            throw CommandException.WrongUse($"{path}, line {number}: {fault.Message}.");
        }
    }
}
