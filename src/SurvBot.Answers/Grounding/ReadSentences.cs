using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>The quotable sentences of the passages read so far; one that several copies of a text have is taken from the copy that says when and by whom it was published.</summary>
internal sealed class ReadSentences
{
    private readonly HashSet<(ArticleId Group, string Text)> taken = [];
    private readonly Dictionary<ArticleId, ArticleText> articles = [];

    public List<CandidateSentence> All { get; } = [];

    public List<CandidateSentence> Add(IEnumerable<RetrievedPassage> passages)
    {
        foreach (var passage in passages.GroupBy(passage => passage.Article.Id).OrderByDescending(group => IsDocumented(group.First().Article)).SelectMany(group => group))
        {
            if (!articles.TryGetValue(passage.Article.Id, out var article))
                articles[passage.Article.Id] = article = new ArticleText(passage.Article);
            for (int i = 0; i < article.Sentences.Count; i++)
                if (article.Sentences[i] is { IsQuotable: true } sentence && sentence.Span.Start >= passage.Passage.Start && sentence.Span.End <= passage.Passage.End
                    && taken.Add((passage.Article.IndependenceGroup, sentence.Span.In(passage.Article.Body))))
                    All.Add(new CandidateSentence(article, i, passage));
        }
        return All;
    }

    private static bool IsDocumented(Article article) => article.PublishedAt is not null && article.Publisher is not null;
}
