using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Makes text that strangers wrote safe and readable in a terminal.</summary>
public static partial class TerminalText
{
    /// <summary>One line without terminal commands, control characters, invisible characters and changes of writing direction.</summary>
    public static string Line(string? text) => Spaces().Replace(Visible(text), " ").Trim();

    /// <summary>The same, but paragraphs stay.</summary>
    public static string Paragraphs(string? text) =>
        string.Join('\n', Visible(text?.ReplaceLineEndings("\n")).Split('\n').Select(line => Spaces().Replace(line, " ").TrimEnd()));

    /// <summary>Lines of at most <paramref name="width"/> characters; a longer word, such as an address, has a line of its own and stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }

    private static string Visible(string? text)
    {
        var visible = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in EscapeSequence().Replace(text ?? "", "").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or '\r')
                visible.Append(rune.Value == '\n' ? '\n' : ' ');
            else if (!IsHidden(rune))
                visible.Append(rune.ToString());
        }
        return visible.ToString();
    }

    // Format characters turn the writing direction or hide text; of them only the joiners are needed to write (Persian, Hindi, emoji).
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    [GeneratedRegex(@"(?:\x1B\[|\u009B)[0-?]*[ -/]*[@-~]?|(?:\x1B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\x07\x1B\u009C\n]*(?:\x07|\x1B\\|\u009C)?|\x1B[ -/]*[0-~]?")]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
