using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Channels.Teams.Invokes;

/// <summary>Searches articles from where a message is written, and shows what a link leads to.</summary>
/// <remarks>Teams waits five seconds for the answer, and shows at most 25 results at a time.</remarks>
internal sealed class SearchInvoke(ICorpusStore store, Retriever retriever, ArticleSearch search, TimeProvider clock)
{
    private const int MostResults = 25, UsualResults = 10, MostSkipped = 500, MostTitle = 120, MostPreviewTitle = 60, MostPreview = 160, MostSaid = 600;

    public async Task<InvokeResponse?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        // A client that just opened the box asks without words.
        string words = Words(activity);
        int skip = Math.Clamp(Number(activity, "skip") ?? 0, 0, MostSkipped), count = Math.Clamp(Number(activity, "count") ?? UsualResults, 1, MostResults);
        if (words.Length == 0)
            return Results(await store.ListArticlesAsync(cancellationToken).Skip(skip).Take(count).Select(article => Result(article, article.Body)).ToListAsync(cancellationToken));
        try
        {
            var overview = await retriever.GetOverviewAsync(cancellationToken);
            var found = await search.SearchAsync(SearchGrammar.Parse(words, clock.GetUtcNow(), overview.Publishers), skip + count, cancellationToken);
            var results = found.Passages.Skip(skip).Select(passage => Result(passage.Article, passage.Text)).ToList();
            return results.Count == 0 && skip == 0 ? Said("No article matches these words.") : Results(results);
        }
        catch (SearchSyntaxException fault)
        {
            return Said(fault.Message);
        }
    }

    public async Task<InvokeResponse?> UnfurlAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Member.Text(activity.Value, "url") is not { } url || !CanonicalUrl.TryNormalize(url, out string canonical))
            return Results([]);
        var articles = await store.GetArticlesAsync([ArticleId.FromCanonicalUrl(canonical)], cancellationToken);
        return Results([.. articles.Select(article => Result(article, article.Body))]);
    }

    private static string Words(Activity activity)
    {
        if (Member.At(activity.Value, "parameters") is not { ValueKind: JsonValueKind.Array } parameters)
            return "";
        // Before anything is typed, Teams sends "initialRun" with the value "true".
        return string.Join(' ', parameters.EnumerateArray().Where(parameter => Member.Text(parameter, "name") != "initialRun").Select(parameter => Member.Text(parameter, "value")).OfType<string>()).Trim();
    }

    private static int? Number(Activity activity, string name) =>
        Member.At(activity.Value, "queryOptions", name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value) ? value : null;

    private static JsonObject Result(Article article, string text)
    {
        string title = PlainLine.Of(article.Title, MostTitle), date = article.PublishedAt?.ToDisplayString() ?? "", who = article.SourceKind == SourceKind.Brief ? $"SurvBot brief, after {article.Publisher}" : article.Publisher ?? "";
        string url = WebAddress.OrEmpty(article.Url), dated = string.Join(", ", new[] { who, date }.Where(part => part.Length > 0));
        var card = Cards.Card(
            [Cards.Line([Cards.Run(title, bold: true, url: url)]), Cards.Line([Cards.Run(dated, subtle: true)], apart: false), Cards.Line([Cards.Run(PlainLine.Of(text, MostSaid))])],
            url.Length > 0 ? [new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "Open the article", ["url"] = url }] : [],
            $"{TeamsText.Plain($"{title}, {dated}", MostSaid)} {url}".TrimEnd());
        return new JsonObject
        {
            ["contentType"] = Cards.ContentType,
            ["content"] = card,
            ["preview"] = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.thumbnail", ["content"] = new JsonObject { ["title"] = TeamsText.Plain(title, MostPreviewTitle), ["text"] = TeamsText.Plain($"{dated} · {text}", MostPreview) } },
        };
    }

    private static InvokeResponse Results(IReadOnlyList<JsonObject> results) => Extension(new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. results]) });

    private static InvokeResponse Said(string text) => Extension(new JsonObject { ["type"] = "message", ["text"] = text });

    private static InvokeResponse Extension(JsonObject what) => new(StatusCodes.Status200OK, new JsonObject { ["composeExtension"] = what });
}
