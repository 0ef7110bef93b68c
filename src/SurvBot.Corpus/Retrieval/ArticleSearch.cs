namespace SurvBot.Corpus.Retrieval;

/// <summary>Ranks articles, each by its best passage: what a person or a measurement sees of a search.</summary>
public sealed class ArticleSearch(Retriever retriever)
{
    // Most articles bring several passages to a ranking.
    private const int PassagesAnArticle = 4;

    /// <summary>The best passage of each of the best <paramref name="top"/> articles, best first.</summary>
    public async Task<RetrievalResult> SearchAsync(SearchQuery query, int top, CancellationToken cancellationToken)
    {
        for (int take = top * PassagesAnArticle; ; take *= PassagesAnArticle)
        {
            var found = await retriever.SearchAsync(query with { Take = take }, cancellationToken);
            var best = found.Passages.DistinctBy(passage => passage.Article.Id).Take(top).ToList();
            if (best.Count == top || found.Passages.Count < take)
                return found with { Passages = best };
        }
    }
}
