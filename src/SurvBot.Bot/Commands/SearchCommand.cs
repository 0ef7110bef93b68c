using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Commands;

/// <summary>Lists the articles that say most about some words, each with its best passage.</summary>
internal sealed class SearchCommand : Verb
{
    private const int DefaultTop = 10, MostTop = 1000;

    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> words = new("query") { Description = "Words; also publisher:NAME, after:DATE, before:DATE and \"exact words\"", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<int?> top = GlobalOptions.Number("--top", $"How many articles to list, {DefaultTop} if not given", 1, MostTop);
    private readonly BatchOptions batch = new("Search for every question of this JSONL file: id, question, asOf?");

    public SearchCommand(CommandEnvironment environment) : base(
        "search", "List the articles that match, each with its best passage.",
        "search \"face recognition ban\" --top 5",
        "search 'cameras publisher:\"The Verge\" after:2018-03 before:2019'",
        "search 'chief says \"a big deal in China\"' --json",
        "search --batch questions.jsonl --out results.jsonl --top 10")
    {
        this.environment = environment;
        Arguments.Add(words);
        Options.Add(top);
        Options.Add(GlobalOptions.Json);
        batch.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string text = string.Join(' ', result.GetValue(words) ?? []).Trim();
        var files = batch.Read(result, text, "a query");
        int count = result.GetValue(top) ?? DefaultTop;

        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var index = services.GetRequiredService<PassageIndex>();
        await index.RefreshAsync(cancellationToken);
        if (index.Articles == 0)
            throw data.NoArticles();

        var search = services.GetRequiredService<ArticleSearch>();
        if (files is not { } named)
        {
            var query = SearchGrammar.Parse(text, environment.Clock.GetUtcNow(), index.Publishers);
            Show(await search.SearchAsync(query, count, cancellationToken), result.GetValue(GlobalOptions.Json));
            return ExitCodes.Done;
        }
        await new BatchRun(environment).RunAsync(named.Input, named.Output, async (line, stop) =>
        {
            var found = await search.SearchAsync(line.ToQuery(environment.Clock.GetUtcNow(), index.Publishers), count, stop);
            return new { line.Id, Results = found.Passages.Select(BatchResult.Of) };
        }, cancellationToken);
        return ExitCodes.Done;
    }

    private void Show(RetrievalResult found, bool asJson)
    {
        if (asJson)
            environment.WriteJson(found.Passages.Select(SearchResult.Of));
        else if (found.Passages.Count == 0)
            environment.Tell("No article matches: try fewer words or filters.");
        else
            new ConsoleSearchRenderer(environment.Output).Render(found);
    }

    private sealed record SearchResult(string Url, string Title, string? Publisher, PartialDate? PublishedAt, string Passage, float Score)
    {
        public static SearchResult Of(RetrievedPassage found) =>
            new(found.Article.Url, found.Article.Title, found.Article.Publisher, found.Article.PublishedAt, found.Text, found.Scores.Fused);
    }

    private sealed record BatchResult(string Url, string Title, PartialDate? PublishedAt, string Passage, float Score)
    {
        public static BatchResult Of(RetrievedPassage found) => new(found.Article.Url, found.Article.Title, found.Article.PublishedAt, found.Text, found.Scores.Fused);
    }
}
