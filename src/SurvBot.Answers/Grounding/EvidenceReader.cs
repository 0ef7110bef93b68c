using System.Numerics.Tensors;
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

    // Where only names are given, every sentence with those names fits: the article's lead says what the matter is.
    private const double LostAfterTheLead = 0.6;

    /// <summary>How many passages are read at most: word by word they are few, by keywords alone all that were found.</summary>
    public int PassagesToRead(ReadQuestion question, RetrievalResult retrieval) =>
        TokenEmbedder is null ? retrieval.Passages.Count : ToRead(retrieval.Passages, question.AsksForSeveral).Count;

    /// <summary>
    /// Reads the passages' sentences and measures the most promising ones. The best few passages are read first, and the others only if
    /// nothing in those is sure to answer.
    /// </summary>
    public async Task<GroundingContext> ReadAsync(ReadQuestion question, RetrievalResult retrieval, CancellationToken cancellationToken)
    {
        var matcher = TokenEmbedder is { } tokens ? new WordMatcher(tokens) : null;
        if (matcher is not null)
            retrieval = await WithLikenessAsync(question, retrieval, cancellationToken);
        var features = new EvidenceFeatures(question, retrieval);
        var sentences = new ReadSentences();
        if (matcher is null)
            return new GroundingContext(question, retrieval, Measure(sentences.Add(retrieval.Passages), features)) { Passages = [.. retrieval.Passages.Select(ReadPassage.Of)] };

        bool asksForMuch = question.AsksForSeveral || question.Parts.Count > 0;
        var toRead = ToRead(retrieval.Passages, question.AsksForSeveral);
        int first = asksForMuch || features.AsksForOverview ? toRead.Count : options.PassagesReadFirst;
        var candidates = await ReadMoreAsync(toRead.Take(first));
        if (toRead.Count > first && !(candidates.Count > 0 && IsSure(candidates[0], question)))
            (candidates, first) = (await ReadMoreAsync(toRead.Skip(first)), toRead.Count);
        return new GroundingContext(question, retrieval, candidates) { Passages = [.. toRead.Take(first).Select(ReadPassage.Of)] };

        async Task<List<CandidateSentence>> ReadMoreAsync(IEnumerable<RetrievedPassage> passages)
        {
            int known = sentences.All.Count;
            sentences.Add(passages);
            await matcher.MatchAsync(question.Text, [.. sentences.All.Skip(known)], cancellationToken);
            return Measure(sentences.All, features);
        }
    }

    /// <summary>Measures with the built-in model how like the question those passages are that were found by another one, or by keywords: the support model knows no other cosines.</summary>
    private async Task<RetrievalResult> WithLikenessAsync(ReadQuestion question, RetrievalResult retrieval, CancellationToken cancellationToken)
    {
        var unknown = ToRead(retrieval.Passages, question.AsksForSeveral).Where(passage => passage.Scores.Likeness is null).ToList();
        if (unknown.Count == 0)
            return retrieval;
        var vectors = await embedder!.GenerateAsync([question.Text, .. unknown.Select(passage => EmbeddedText.Of(passage.Article.Title, passage.Text))], cancellationToken: cancellationToken);
        var measured = unknown.Zip(vectors.Skip(1), (passage, vector) => (passage, Likeness: TensorPrimitives.Dot(vectors[0].Vector.Span, vector.Vector.Span)))
            .ToDictionary(pair => pair.passage, pair => pair.passage with { Scores = pair.passage.Scores with { Likeness = pair.Likeness } }, (IEqualityComparer<RetrievedPassage>)ReferenceEqualityComparer.Instance);
        return retrieval with { Passages = [.. retrieval.Passages.Select(passage => measured.GetValueOrDefault(passage, passage))] };
    }

    // A sentence without a number of what is to be counted leaves it open, however near it is.
    private bool IsSure(CandidateSentence candidate, ReadQuestion question) =>
        candidate.Support >= options.SureSupport && !(question is { Kind: AnswerKind.Number, Head: { } counted } && !AnswerFinder.NumberIsOf(candidate.Text, counted));

    private ITokenEmbedder? TokenEmbedder => embedder?.GetService<ITokenEmbedder>();

    /// <summary>The most promising sentences that can answer at all, the best supported first.</summary>
    private List<CandidateSentence> Measure(List<CandidateSentence> sentences, EvidenceFeatures features)
    {
        var likely = sentences.Where(candidate => features.CanAnswer(candidate) && features.Objection(candidate) is null).ToList();
        var field = WordMatchField.Of(likely);
        var shortlist = likely.OrderByDescending(features.Promise).Take(MaxMeasured).ToList();
        foreach (var candidate in shortlist)
        {
            candidate.Features = features.Measure(candidate, field);
            candidate.Support = model.Probability(candidate.Features) * (features.AsksForOverview ? 1 - LostAfterTheLead * (1 - EvidenceFeatures.Lead(candidate)) : 1);
        }
        return [.. shortlist.OrderByDescending(candidate => candidate.Support)];
    }

    /// <summary>The best passages, and a few others last but for one: for their meaning alone, or from articles not read yet where several things are asked for.</summary>
    private List<RetrievedPassage> ToRead(IReadOnlyList<RetrievedPassage> passages, bool asksForSeveral)
    {
        var read = passages.Take(options.PassagesRead - options.PassagesReadBesides).ToList();
        var rest = passages.Skip(read.Count);
        var others = asksForSeveral
            ? rest.Where(passage => read.All(known => known.Article.Id != passage.Article.Id)).DistinctBy(passage => passage.Article.Id)
            : rest.OrderByDescending(passage => passage.Scores.Embedding * passage.Scores.Time);
        var besides = others.Take(options.PassagesReadBesides).ToList();
        int early = Math.Min(read.Count, options.PassagesReadFirst - 1);
        return [.. read.Take(early), .. besides.Take(1), .. read.Skip(early), .. besides.Skip(1)];
    }
}
