using System.Text;
using System.Text.RegularExpressions;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Receipts;

/// <summary>A receipt as a Markdown file. Strangers' words stay words in it: they make no links, no pictures and no headings.</summary>
public static partial class ReceiptMarkdown
{
    /// <summary>The whole file.</summary>
    public static string Of(ReceiptSheet sheet)
    {
        var file = new StringBuilder($"# {Plain(sheet.Title)}\n");
        foreach (var section in sheet.Sections)
        {
            file.Append($"\n## {Plain(section.Title)}\n\n");
            file.Append(string.Join('\n', section.Lines.Select(Line)).TrimEnd()).Append('\n');
        }
        return file.ToString();
    }

    // Running text is a paragraph of its own.
    private static string Line(ReceiptLine line) =>
        line.IsQuote ? $"  - {Plain(line.Text)}"
        : line.Lead is null ? $"{Plain(line.Text)}\n"
        : $"- {(line.Lead == "-" ? "" : $"**{Plain(line.Lead)}** ")}{Plain(line.Text)}{(line.Url.Length > 0 ? $", <{line.Url}>" : "")}";

    private static string Plain(string text) => Markup().Replace(PlainLine.Of(text, text.Length), @"\$0");

    // What CommonMark and GitHub read as markup inside a line, or at the beginning of one; a colon or dot that would make an address a link.
    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&!@$=]|(?<=\w):(?=//)|(?<=www)\.|^[-+]|(?<=^\d{1,9})[.)]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
