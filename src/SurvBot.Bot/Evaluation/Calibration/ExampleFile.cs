using System.Text.Json;
using SurvBot.Answers;

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Keeps runs as JSON Lines: first the names of the features, then a run a line.</summary>
public static class ExampleFile
{
    /// <summary>Writes <paramref name="runs"/> as they come.</summary>
    public static async Task WriteAsync(string path, IReadOnlyList<string> features, IAsyncEnumerable<QuestionRun> runs, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(path);
        await writer.WriteAsync(Line(new Header(features)));
        await foreach (var run in runs.WithCancellation(cancellationToken))
            await writer.WriteAsync(Line(run));
    }

    /// <summary>All runs of a file.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or was collected with other features.</exception>
    public static async Task<IReadOnlyList<QuestionRun>> ReadAsync(string path, IReadOnlyList<string> features, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        if (lines.Length == 0 || Parse<Header>(lines[0], path).Features is not { } names)
            throw new InvalidDataException($"{path} holds no examples.");
        if (!names.SequenceEqual(features))
            throw new InvalidDataException($"{path} was collected with other features than this program measures.");
        var runs = lines.Skip(1).Select(line => Parse<QuestionRun>(line, path)).ToList();
        return runs.All(run => run.Examples.All(example => example.Features.Count == features.Count)) ? runs : throw new InvalidDataException($"{path} has examples that lack features.");
    }

    private static string Line<T>(T value) => JsonSerializer.Serialize(value, AnswerJson.Compact) + "\n";

    private static T Parse<T>(string line, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, AnswerJson.Compact)!;
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is not a file of examples, or was cut off.");
        }
    }

    private sealed record Header(IReadOnlyList<string>? Features);
}
