using Microsoft.Extensions.AI;
using SurvBot.Answers.Understanding;
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
    // Embedding a sentence takes about 5 ms of a core: forty keep an answer well under 150 ms on two cores.
    private const int MaxEmbedded = 40;

    /// <summary>Reads the passages' sentences and measures the most promising ones.</summary>
    public async Task<GroundingContext> ReadAsync(ReadQuestion question, RetrievalResult retrieval, CancellationToken cancellationToken)
    {
        var features = new EvidenceFeatures(question, retrieval);
        var candidates = Candidates(retrieval)
            .Select(candidate => (Candidate: candidate, Promise: features.Coverage(candidate) + candidate.Passage.Scores.Fused))
            .OrderByDescending(scored => scored.Promise).Take(MaxEmbedded).Select(scored => scored.Candidate).ToList();
        await EmbedAsync(question.Text, candidates, cancellationToken);
        foreach (var candidate in candidates)
        {
            candidate.Features = features.Measure(candidate);
            candidate.Support = model.Probability(candidate.Features);
        }
        return new GroundingContext(question, retrieval, [.. candidates.OrderByDescending(candidate => candidate.Support)]);
    }

    private static IEnumerable<CandidateSentence> Candidates(RetrievalResult retrieval)
    {
        foreach (var passages in retrieval.Passages.GroupBy(passage => passage.Article.Id))
        {
            var article = new ArticleText(passages.First().Article);
            foreach (var passage in passages)
                for (int i = 0; i < article.Sentences.Count; i++)
                    if (article.Sentences[i] is { IsProse: true } sentence && sentence.Span.Start >= passage.Passage.Start && sentence.Span.End <= passage.Passage.End)
                        yield return new CandidateSentence(article, i, passage);
        }
    }

    private async Task EmbedAsync(string question, List<CandidateSentence> candidates, CancellationToken cancellationToken)
    {
        if (embedder is null || candidates.Count == 0)
            return;
        var vectors = await embedder.GenerateAsync([question, .. candidates.Select(candidate => candidate.Text)], cancellationToken: cancellationToken);
        for (int i = 0; i < candidates.Count; i++)
            candidates[i].Cosine = System.Numerics.Tensors.TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[i + 1].Vector.Span);
    }
}
