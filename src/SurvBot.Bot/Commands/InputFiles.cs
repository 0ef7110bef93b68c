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
}
