using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads articles from JSON Lines (one JSON object a line), in memory bounded by the longest line.</summary>
internal static class JsonLinesReader
{
    /// <summary>Longest line that is read; longer ones are skipped.</summary>
    public const int MaxLineBytes = 10 * 1024 * 1024;

    // A file with so many bad lines in a row is not what its name says.
    private const int MaxUnreadableLinesInARow = 20;

    /// <summary>One outcome a line, except for blank lines; a file that is plainly something else ends early with a failure that says so.</summary>
    public static async IAsyncEnumerable<ReadOutcome> ReadAsync(Stream stream, string origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, MaxLineBytes);
        int unreadable = 0;
        while (await lines.ReadAsync(cancellationToken))
        {
            if (IsBlank(lines.Line.Span) && !lines.TooLong)
                continue;

            var outcome = ReadLine(lines, $"{origin}:{lines.Number}", out bool readable);
            unreadable = readable ? 0 : unreadable + 1;
            yield return outcome;
            if (unreadable == MaxUnreadableLinesInARow)
            {
                yield return new ReadFailure(origin, $"{MaxUnreadableLinesInARow} lines in a row are not JSON objects: the rest of the file is skipped");
                yield break;
            }
        }
    }

    private static ReadOutcome ReadLine(LineReader lines, string origin, out bool readable)
    {
        readable = false;
        if (lines.TooLong)
            return new ReadFailure(origin, $"the line is longer than {MaxLineBytes / (1024 * 1024)} MB");
        if (!Utf8.IsValid(lines.Line.Span))
            return new ReadFailure(origin, "the line is not UTF-8");
        try
        {
            using var json = JsonDocument.Parse(lines.Line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return new ReadFailure(origin, $"the line is {Describe(json.RootElement.ValueKind)}, not a JSON object");
            readable = true;
            return ReadArticle(json.RootElement, origin);
        }
        catch (JsonException e)
        {
            return new ReadFailure(origin, e.BytePositionInLine is { } position ? $"the line is not valid JSON (at byte {position + 1})" : "the line is not valid JSON");
        }
    }

    private static ReadOutcome ReadArticle(JsonElement article, string origin)
    {
        string? problem = null;
        var raw = new RawArticle
        {
            Url = Text("url"),
            Title = Text("title"),
            Publisher = Text("publisher"),
            Author = Text("author"),
            PublishedAt = Text("publishedAt"),
            UpdatedAt = Text("updatedAt"),
            Language = Text("language"),
            SourceKind = Text("sourceKind"),
            Body = Text("body"),
        };
        return problem is null ? raw.ToOutcome(origin) : new ReadFailure(origin, problem);

        string? Text(string name)
        {
            if (!article.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (value.ValueKind != JsonValueKind.String)
            {
                problem ??= $"\"{name}\" is {Describe(value.ValueKind)}, not a text";
                return null;
            }
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException) // half of a surrogate pair, written as an escape
            {
                problem ??= $"\"{name}\" has broken characters";
                return null;
            }
        }
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
