using Microsoft.Extensions.AI;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>Builds the <see cref="GroundingContext"/>: reads the best passages sentence by sentence with the question in mind.</summary>
/// <param name="embedder">Compares the words of the question with those of the sentences; null, or a model that cannot, does without.</param>
/// <param name="model">Weighs the features.</param>
/// <param name="options">How much is read.</param>
public sealed class EvidenceReader(IEmbeddingGenerator<string, Embedding<float>>? embedder, SupportModel model, AnswerOptions options)
{
    private const int MaxMeasured = 16;

    /// <summary>Reads the passages' sentences and measures the most promising ones.</summary>
    public async Task<GroundingContext> ReadAsync(ReadQuestion question, RetrievalResult retrieval, CancellationToken cancellationToken)
    {
        var matcher = embedder?.GetService<ITokenEmbedder>() is { } tokens ? new WordMatcher(tokens) : null;
        var passages = matcher is null ? retrieval.Passages : ToRead(retrieval.Passages);
        var features = new EvidenceFeatures(question, retrieval);
        var candidates = Candidates(passages).ToList();
        if (matcher is not null)
            await matcher.MatchAsync(question.Text, candidates, cancellationToken);

        var likely = candidates.Where(candidate => features.CanAnswer(candidate) && features.Objection(candidate) is null).ToList();
        var field = WordMatchField.Of(likely);
        var shortlist = likely.OrderByDescending(features.Promise).Take(MaxMeasured).ToList();
        foreach (var candidate in shortlist)
        {
            candidate.Features = features.Measure(candidate, field);
            candidate.Support = model.Probability(candidate.Features);
        }
        return new GroundingContext(question, retrieval, [.. shortlist.OrderByDescending(candidate => candidate.Support)]);
    }

    private IReadOnlyList<RetrievedPassage> ToRead(IReadOnlyList<RetrievedPassage> passages)
    {
        var best = passages.Take(options.PassagesRead - options.PassagesReadForMeaning).ToList();
        var others = passages.Skip(best.Count).OrderByDescending(passage => passage.Scores.Embedding * passage.Scores.Time).Take(options.PassagesReadForMeaning);
        return [.. best, .. others];
    }

    /// <summary>The quotable sentences of the passages; one that several copies of a text have is taken from the copy that says when and by whom it was published.</summary>
    private static IEnumerable<CandidateSentence> Candidates(IReadOnlyList<RetrievedPassage> retrieved)
    {
        var taken = new HashSet<(ArticleId Group, string Text)>();
        foreach (var passages in retrieved.GroupBy(passage => passage.Article.Id).OrderByDescending(group => IsDocumented(group.First().Article)))
        {
            var article = new ArticleText(passages.First().Article);
            foreach (var passage in passages)
                for (int i = 0; i < article.Sentences.Count; i++)
                    if (article.Sentences[i] is { IsQuotable: true } sentence && sentence.Span.Start >= passage.Passage.Start && sentence.Span.End <= passage.Passage.End
                        && taken.Add((passage.Article.IndependenceGroup, sentence.Span.In(passage.Article.Body))))
                        yield return new CandidateSentence(article, i, passage);
        }
    }

    private static bool IsDocumented(Article article) => article.PublishedAt is not null && article.Publisher is not null;
}
