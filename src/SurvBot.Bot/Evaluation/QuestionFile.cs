using System.Runtime.CompilerServices;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Evaluation;

/// <summary>Reads questions from JSON Lines: id, question, asOf, history, and for a measurement type, answers, answerGroups, goldUrls.</summary>
public static class QuestionFile
{
    /// <summary>One outcome a line but for blank ones, in order; a bad line never ends the reading.</summary>
    public static async IAsyncEnumerable<QuestionOutcome> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, number);
        }
    }

    /// <summary>Reads line <paramref name="number"/> of a file.</summary>
    public static QuestionOutcome Parse(string line, int number)
    {
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException("not a JSON object");
            id = Id(json.RootElement);
            return new QuestionRead(Read(json.RootElement, id));
        }
        catch (JsonException)
        {
            return new QuestionFailure(id, $"line {number}: not valid JSON");
        }
        catch (FormatException problem)
        {
            return new QuestionFailure(id, $"line {number}: {problem.Message}");
        }
    }

    private static QuestionLine Read(JsonElement line, string? id) => new()
    {
        Id = id ?? throw new FormatException("\"id\" is missing"),
        Question = Text(line, "question") is { } question && !string.IsNullOrWhiteSpace(question) ? question : throw new FormatException("\"question\" is missing"),
        AsOf = Date(line),
        History = [.. Items(line, "history").Select(turn => new Turn(Text(turn, "question") ?? throw new FormatException("a turn of \"history\" has no \"question\""), Text(turn, "answer")))],
        Type = Text(line, "type") ?? "",
        Answers = Texts(line, "answers"),
        AnswerGroups = [.. Items(line, "answerGroups").Select(group => TextsOf(group, "answerGroups"))],
        GoldUrls = [.. Texts(line, "goldUrls").Select(url => CanonicalUrl.TryNormalize(url, out string canonical) ? canonical : url)],
    };

    private static string? Id(JsonElement line) => !line.TryGetProperty("id", out var id) ? null : id.ValueKind switch
    {
        JsonValueKind.String => StringOf(id, "id"),
        JsonValueKind.Number => id.GetRawText(),
        _ => null,
    };

    private static PartialDate? Date(JsonElement line) => Text(line, "asOf") is not { Length: > 0 } text ? null
        : PartialDate.TryParse(text, out var date) ? date
        : throw new FormatException("\"asOf\" is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant");

    private static string? Text(JsonElement line, string name)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new FormatException("a turn of \"history\" is not an object");
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return StringOf(value, name);
    }

    private static List<string> Texts(JsonElement line, string name) =>
        line.TryGetProperty(name, out var list) && list.ValueKind != JsonValueKind.Null ? TextsOf(list, name) : [];

    private static List<string> TextsOf(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => StringOf(item, name))] : throw new FormatException($"\"{name}\" is not a list of texts");

    private static List<JsonElement> Items(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null ? []
        : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
        : throw new FormatException($"\"{name}\" is not a list");

    private static string StringOf(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"\"{name}\" is not a text");
        }
        catch (InvalidOperationException) // half of a surrogate pair, written as an escape
        {
            throw new FormatException($"\"{name}\" has broken characters");
        }
    }
}
