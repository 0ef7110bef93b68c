using System.Globalization;

namespace SurvBot.Answers.Claims.Aliases;

/// <summary>What the file of aliases says: a group a line, its names separated by tabs; empty lines and lines that begin with # say nothing.</summary>
/// <param name="Groups">In the file's order.</param>
/// <param name="Faults">One line for each that cannot be read, with its number and the fix; the others count.</param>
public sealed record AliasText(IReadOnlyList<AliasGroup> Groups, IReadOnlyList<string> Faults)
{
    /// <summary>UTF-16 units that a name may have.</summary>
    public const int LongestName = 100;

    /// <summary>The line below which everything was gathered.</summary>
    public const string Marker = "# Gathered from the articles: 'survbot aliases gather' writes the lines below anew. Write your own above.";

    /// <summary>A file that says nothing.</summary>
    public static AliasText Empty { get; } = new([], []);

    /// <summary>Never fails: a bad line is a fault.</summary>
    public static AliasText Parse(string text)
    {
        var groups = new List<AliasGroup>();
        var faults = new List<string>();
        bool isGathered = false;
        foreach (var (index, line) in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).Index())
        {
            isGathered |= line == Marker;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            string[] names = [.. line.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(NameForms.Key)];
            if (FaultIn(names) is { } fault)
                faults.Add($"line {index + 1} is left out: {fault}");
            else
                groups.Add(new AliasGroup(names, isGathered));
        }
        return new AliasText(groups, faults);
    }

    private static string? FaultIn(string[] names) =>
        names.FirstOrDefault(name => name.Any(IsHidden)) is not null ? "it has hidden or broken characters; write it as plain UTF-8 text"
        : names.FirstOrDefault(name => name.Length > LongestName) is not null ? $"a name has more than {LongestName} characters"
        : names.FirstOrDefault(name => NameForms.Key(name).Length == 0) is { } empty ? $"“{empty}” is no name"
        : names.Length < 2 ? "it needs two different names with a tab between them"
        : null;

    // What cannot be seen cannot be meant; U+FFFD stands for bytes that are no UTF-8.
    private static bool IsHidden(char c) => c == '\uFFFD' || char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));
}
