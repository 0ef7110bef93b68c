using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Looks at the corpus: what is in it, what matches, what can be asked first.</summary>
internal sealed class ArticleEndpoints(ICorpusStore store, Retriever retriever, ArticleSearch search, FirstQuestions first, TimeProvider clock)
{
    private const int MostListed = 200, UsuallyListed = 50, MostFound = 50, UsuallyFound = 10;

    /// <summary>GET /api/v1/articles</summary>
    public async Task<IResult> ListAsync(int? take, int? skip, CancellationToken cancellationToken)
    {
        if (take is < 1 or > MostListed || skip is < 0)
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, $"\"take\" goes from 1 to {MostListed}, \"skip\" begins at 0.");
        var listed = new List<ArticleItem>();
        await foreach (var article in store.ListArticlesAsync(cancellationToken).Skip(skip ?? 0).Take(take ?? UsuallyListed))
            listed.Add(ItemOf(article));
        return ApiResult.Json(new ArticleListResponse((await store.GetStatusAsync(cancellationToken)).Articles, listed));
    }

    /// <summary>GET /api/v1/search</summary>
    public async Task<IResult> SearchAsync(string? query, int? top, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query))
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, "Search for something: \"query\" is empty.");
        if (top is < 1 or > MostFound)
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, $"\"top\" goes from 1 to {MostFound}.");
        try
        {
            var overview = await retriever.GetOverviewAsync(cancellationToken);
            var found = await search.SearchAsync(SearchGrammar.Parse(query, clock.GetUtcNow(), overview.Publishers), top ?? UsuallyFound, cancellationToken);
            return ApiResult.Json(new SearchResponse(query, [.. found.Passages.Select(passage => new SearchHit(ItemOf(passage.Article), passage.Text))]));
        }
        catch (SearchSyntaxException fault)
        {
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, fault.Message);
        }
    }

    /// <summary>GET /api/v1/start</summary>
    public async Task<IResult> StartAsync(CancellationToken cancellationToken)
    {
        var overview = await retriever.GetOverviewAsync(cancellationToken);
        return ApiResult.Json(new StartResponse(await first.GetAsync(cancellationToken), overview.Articles, overview.NewestPublished?.ToDisplayString()));
    }

    private static ArticleItem ItemOf(Article article) => new(article.Id, article.Url, article.Title, article.Publisher, article.PublishedAt, article.SourceKind);
}
