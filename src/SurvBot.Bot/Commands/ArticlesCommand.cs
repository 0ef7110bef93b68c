using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Looks at the articles, or removes one.</summary>
internal sealed class ArticlesCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Option<int?> limit = GlobalOptions.Number("--limit", "How many to list; all if not given", 1, int.MaxValue);
    private readonly Argument<string> named = new("ID|URL") { Description = "An article's id, or its address" };

    public ArticlesCommand(CommandEnvironment environment) : base(
        "articles", "Look at the articles, or remove one.", "articles list --limit 20", "articles show https://example.org/a", "articles remove 9f86d081884c7d65")
    {
        this.environment = environment;
        var list = new NamedVerb("list", "List the articles, the newest first.", "articles list --limit 20", "articles list --json") { limit, GlobalOptions.Json };
        list.SetAction(ListAsync);
        var show = new NamedVerb("show", "Show one article with its text.", "articles show 9f86d081884c7d65", "articles show https://example.org/a --json") { named, GlobalOptions.Json };
        show.SetAction(ShowAsync);
        var remove = new NamedVerb("remove", "Remove every trace of an article for good: it is not taken in again.", "articles remove https://example.org/a") { named };
        remove.SetAction(RemoveAsync);
        Subcommands.Add(list);
        Subcommands.Add(show);
        Subcommands.Add(remove);
    }

    private async Task<int> ListAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = await environment.ComposeAsync(Corpus(result), cancellationToken);
        var articles = services.GetRequiredService<ICorpusStore>().ListArticlesAsync(cancellationToken).Take(result.GetValue(limit) ?? int.MaxValue);
        if (result.GetValue(GlobalOptions.Json))
        {
            environment.WriteJson(await articles.Select(ArticleLine.Of).ToListAsync(cancellationToken));
            return ExitCodes.Done;
        }
        var renderer = new ConsoleArticleRenderer(environment.Output);
        await foreach (var article in articles)
            renderer.RenderLine(article);
        return ExitCodes.Done;
    }

    private async Task<int> ShowAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = await environment.ComposeAsync(Corpus(result), cancellationToken);
        var article = await FindAsync(services, result.GetValue(named)!, cancellationToken);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(article);
        else
            new ConsoleArticleRenderer(environment.Output).Render(article);
        return ExitCodes.Done;
    }

    private async Task<int> RemoveAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = Corpus(result);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var store = services.GetRequiredService<ICorpusStore>();
        using var writing = data.LockForWriting(store);
        var article = await FindAsync(services, result.GetValue(named)!, cancellationToken);
        await store.RemoveAsync(article.Id, cancellationToken);
        environment.WriteLine(TerminalText.Line($"Removed {article.Id} “{article.Title}” ({article.Url}); it will not be taken in again."));
        return ExitCodes.Done;
    }

    private DataFolder Corpus(ParseResult result)
    {
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        return data;
    }

    private static async Task<Article> FindAsync(ServiceProvider services, string idOrUrl, CancellationToken cancellationToken)
    {
        var id = ArticleId.Named(idOrUrl) ?? throw CommandException.WrongUse($"{idOrUrl} is neither an id of {ArticleId.Length} hexadecimal digits nor an address.");
        return (await services.GetRequiredService<ICorpusStore>().GetArticlesAsync([id], cancellationToken)).SingleOrDefault()
            ?? throw CommandException.Failed($"There is no article {idOrUrl}: 'survbot articles list' names all.");
    }

    private sealed record ArticleLine(ArticleId Id, string Url, string Title, string? Publisher, PartialDate? PublishedAt, SourceKind SourceKind, int Revision)
    {
        public static ArticleLine Of(Article article) => new(article.Id, article.Url, article.Title, article.Publisher, article.PublishedAt, article.SourceKind, article.Revision);
    }
}
