using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>Everything an answer may rest on: the sentences of the best passages, measured against the question.</summary>
/// <param name="Question">The question as it was understood.</param>
/// <param name="Retrieval">What was found.</param>
/// <param name="Candidates">Quotable sentences, most supportive first.</param>
public sealed record GroundingContext(ReadQuestion Question, RetrievalResult Retrieval, IReadOnlyList<CandidateSentence> Candidates);

/// <summary>Builds the <see cref="GroundingContext"/>.</summary>
/// <param name="embedder">Embeds the most promising sentences; null does without.</param>
/// <param name="model">Weighs the features.</param>
public sealed class EvidenceReader(IEmbeddingGenerator<string, Embedding<float>>? embedder, SupportModel model)
{
    // Embedding a sentence takes about 5 ms of a core: these keep an answer well under 150 ms on two cores.
    private const int MaxEmbedded = 36, MaxMeasured = 12;

    /// <summary>Reads the passages' sentences and measures the most promising ones.</summary>
    public async Task<GroundingContext> ReadAsync(ReadQuestion question, RetrievalResult retrieval, CancellationToken cancellationToken)
    {
        var features = new EvidenceFeatures(question, retrieval);
        var promising = Candidates(retrieval).Where(candidate => features.CanAnswer(candidate) && features.Objection(candidate) is null).OrderByDescending(features.Promise).Take(MaxEmbedded).ToList();
        var cosines = await CompareAsync(question.Text, [.. promising.Select(candidate => candidate.Text)], cancellationToken);
        for (int i = 0; i < promising.Count; i++)
            promising[i].Cosine = cosines[i];
        float typical = cosines.Length == 0 ? 0 : cosines.Order().ElementAt(cosines.Length / 2);

        var shortlist = promising.OrderByDescending(features.CloserPromise).Take(MaxMeasured).ToList();
        var nameless = await CompareAsync(Nameless(question.Text), [.. shortlist.Select(candidate => Nameless(candidate.Text))], cancellationToken);
        for (int i = 0; i < shortlist.Count; i++)
        {
            shortlist[i].NamelessCosine = nameless[i];
            shortlist[i].Features = features.Measure(shortlist[i], typical);
            shortlist[i].Support = model.Probability(shortlist[i].Features);
        }
        return new GroundingContext(question, retrieval, [.. shortlist.OrderByDescending(candidate => candidate.Support)]);
    }

    /// <summary>The text with every name replaced by "it", so that what is said can be compared apart from whom it is said of.</summary>
    private static string Nameless(string text) =>
        NameMentions.In(text).OrderByDescending(name => name.Length).Aggregate(text, (rest, name) => rest.Replace(name, "it", StringComparison.Ordinal));

    /// <summary>The quotable sentences of the passages; one that several copies of a text have is taken from the copy that says when and by whom it was published.</summary>
    private static IEnumerable<CandidateSentence> Candidates(RetrievalResult retrieval)
    {
        var taken = new HashSet<(ArticleId Group, string Text)>();
        foreach (var passages in retrieval.Passages.GroupBy(passage => passage.Article.Id).OrderByDescending(group => IsDocumented(group.First().Article)))
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

    /// <summary>The cosine of each text with the question; zeros without an embedding model.</summary>
    private async Task<float[]> CompareAsync(string question, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (embedder is null || texts.Count == 0)
            return new float[texts.Count];
        var vectors = await embedder.GenerateAsync([question, .. texts], cancellationToken: cancellationToken);
        return [.. vectors.Skip(1).Select(vector => TensorPrimitives.Dot(vectors[0].Vector.Span, vector.Vector.Span))];
    }
}
