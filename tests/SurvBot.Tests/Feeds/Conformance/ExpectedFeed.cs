using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Tests.Feeds.Conformance;

/// <summary>One of feedparser's tests: a feed, the HTTP headers that it came with and what must hold of it.</summary>
internal sealed partial record ExpectedFeed(string Path, byte[] Body, string? Charset, Uri Address, IReadOnlyList<Expectation> Expectations)
{
    // Where feedparser's own test server stands.
    private static readonly Uri Server = new("http://127.0.0.1:8097/");

    public static ExpectedFeed Load(string folder, string file)
    {
        byte[] body = File.ReadAllBytes(file);
        string path = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), head = Encoding.Latin1.GetString(body);
        string expected = Comment("Expect").Match(head) is { Success: true } match ? match.Groups["text"].Value.Trim() : "";
        var address = new Uri(Server, path);
        foreach (Match header in Comment("Header").Matches(head))
            if (header.Groups["text"].Value.Split(':', 2) is [var name, var value] && name.Trim().Equals("Content-Location", StringComparison.OrdinalIgnoreCase))
                address = new Uri(address, value.Trim());
        string? charset = Charsets().Match(head) is { Success: true } named ? named.Groups["name"].Value : null;
        return new ExpectedFeed(path, body, charset, address, [.. Expectation.Parse(expected)]);
    }

    private static Regex Comment(string name) => new($@"^\s*{name}:(?<text>.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^\s*Header:\s*Content-type:[^\n]*charset=\s*[""']?(?<name>[\w.:-]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Charsets();
}

/// <summary>That all <see cref="Paths"/> of a feed have one <see cref="Value"/>, both as Python writes them.</summary>
internal sealed partial record Expectation(IReadOnlyList<string[]> Paths, string Value)
{
    /// <summary>The parts of an expression that "and" joins; what is no comparison of a path is left out.</summary>
    public static IEnumerable<Expectation> Parse(string expression)
    {
        foreach (string part in And().Split(expression).Select(part => part.Trim().Trim('(', ')').Trim()))
        {
            if (Absence().Match(part) is { Success: true } absent)
                yield return new([Steps(absent.Groups["path"].Value).Append(absent.Groups["name"].Value).ToArray()], "None");
            else if (Length().Match(part.TrimEnd(')')) is { Success: true } counted)
                yield return new([Steps(counted.Groups["path"].Value).Append("#").ToArray()], counted.Groups["n"].Value);
            else if (part.Split(" == ") is { Length: > 1 } sides)
                yield return new([.. sides[..^1].Select(Steps)], sides[^1].Trim());
            else if (Path().IsMatch(part))
                yield return new([Steps(part.StartsWith("not ", StringComparison.Ordinal) ? part[4..] : part)], part.StartsWith("not ", StringComparison.Ordinal) ? "False" : "True");
        }
    }

    /// <summary>The value as text: of a string what it holds, of a tuple of time an instant.</summary>
    public string Text => Value switch
    {
        ['\'' or '"', .. var inner, _] => Regex.Unescape(inner),
        ['(', ..] when Value.Trim('(', ')').Split(',') is { Length: > 5 } time =>
            new DateTimeOffset(Part(time[0]), Part(time[1]), Part(time[2]), Part(time[3]), Part(time[4]), Part(time[5]), TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture),
        _ => Value,
    };

    private static int Part(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static string[] Steps(string path) => [.. Step().Matches(path.Trim()).Select(step => step.Value)];

    // "and" between two comparisons, not inside a text.
    [GeneratedRegex(@"\band\b(?=\s+(not\s+)?\(?(feed|entries|len|bozo|version)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex And();

    [GeneratedRegex(@"^not (?<path>(feed|entries).*)\.has_key\('(?<name>\w+)'$", RegexOptions.ExplicitCapture)]
    private static partial Regex Absence();

    [GeneratedRegex(@"^len\((?<path>.*?)\) == (?<n>\d+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Length();

    [GeneratedRegex(@"^(not )?(feed|entries)\b[^=]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex(@"\w[\w-]*")]
    private static partial Regex Step();
}
