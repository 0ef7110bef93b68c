using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows a search to a person at a terminal: rank, publisher, date, title, where the words stand, address.</summary>
public sealed class ConsoleSearchRenderer(IAnsiConsole console)
{
    private const int SnippetLength = 240;
    private const string Indent = "    ";

    private readonly TerminalPage page = new(console);

    public void Render(RetrievalResult result)
    {
        var terms = result.Terms.SelectMany(term => (string[])[term.Term, term.Asked]).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, found) in result.Passages.Index())
        {
            if (index > 0)
                page.Blank();
            var article = found.Article;
            string?[] where = [article.Publisher is null ? null : TerminalText.Line(article.Publisher), article.PublishedAt?.ToDisplayString()];
            page.Write(TerminalText.Line(article.Title), string.Create(CultureInfo.InvariantCulture, $"{index + 1,2}. "), Bold);
            if (where.Any(part => part is not null))
                page.Write(string.Join(" · ", where.Where(part => part is not null)), Indent);
            RenderSnippet(Snippet.Of(found.Text, terms, SnippetLength));
            page.Write(TerminalText.Line(article.Url), Indent, style: escaped => $"[grey]{escaped}[/]");
        }
    }

    private void RenderSnippet(Snippet snippet)
    {
        if (snippet.Matches.Count == 0)
        {
            page.Write(snippet.Text, Indent);
            return;
        }
        string words = string.Join('|', snippet.Matches.OrderByDescending(word => word.Length).Select(Regex.Escape));
        var matched = new Regex($@"(?<!\w)(?:{words})(?!\w)", RegexOptions.CultureInvariant);
        page.Write(snippet.Text, Indent, style: escaped => matched.Replace(escaped, "[bold]$0[/]"));
    }

    private static string Bold(string escaped) => $"[bold]{escaped}[/]";
}
