using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Numbers the articles of a timeline in the order of their first use and collects what is quoted from each.</summary>
internal sealed class CitedArticles
{
    private readonly List<(Article Article, List<Quote> Quotes)> cited = [];

    /// <summary>The number of the article that tells this, which is quoted for it.</summary>
    public int Quote(ToldEvent told)
    {
        int i = cited.FindIndex(known => known.Article.Id == told.Article.Id);
        if (i < 0)
        {
            i = cited.Count;
            cited.Add((told.Article, []));
        }
        var quote = new Quote(told.Text, told.Sentence.Span.Start, told.Sentence.Span.End);
        if (!cited[i].Quotes.Contains(quote))
            cited[i].Quotes.Add(quote);
        return i + 1;
    }

    public IReadOnlyList<Article> Articles => [.. cited.Select(one => one.Article)];

    public IReadOnlyList<Citation> Citations => [.. cited.Select((one, i) => CitationResolver.Cite(i + 1, one.Article, one.Quotes))];
}
