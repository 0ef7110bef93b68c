using Spectre.Console;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows articles as the corpus holds them.</summary>
public sealed class ConsoleArticleRenderer(IAnsiConsole console)
{
    private const int DateWidth = 11;

    private readonly TerminalPage page = new(console);

    /// <summary>Date, publisher and title; id and address below.</summary>
    public void RenderLine(Article article)
    {
        page.Write($"{TerminalText.Line(article.Publisher ?? "unknown publisher")}: {TerminalText.Line(article.Title)}", $"{article.PublishedAt?.ToDisplayString() ?? "undated",DateWidth}  ");
        page.Write($"{article.Id}  {TerminalText.Line(article.Url)}", new string(' ', DateWidth + 2), line => $"[grey]{line}[/]");
    }

    /// <summary>Everything that is known of it, and its text.</summary>
    public void Render(Article article)
    {
        page.Heading(TerminalText.Line(article.Title));
        Fact("id", article.Id.Value);
        Fact("address", article.Url);
        Fact("publisher", article.Publisher);
        Fact("author", article.Author);
        Fact("published", article.PublishedAt?.ToString());
        Fact("updated", article.UpdatedAt?.ToString());
        Fact("retrieved", PartialDate.OfInstant(article.RetrievedAt).ToString());
        Fact("language", article.Language);
        Fact("kind", article.SourceKind.ToString());
        Fact("revision", article.Revision.ToString());
        if (article.IndependenceGroup != article.Id && article.IndependenceGroup.Value is { Length: > 0 } original)
            Fact("copy of", original);
        page.Blank();
        foreach (string paragraph in TerminalText.Paragraphs(article.Body).Split('\n'))
            page.Write(paragraph);
    }

    private void Fact(string name, string? value)
    {
        if (value is not null)
            page.Write(TerminalText.Line(value), $"{name,-10} ");
    }
}
