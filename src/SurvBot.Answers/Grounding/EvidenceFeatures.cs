using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>Measures how well a sentence fits a question; the support model weighs the measures.</summary>
/// <remarks>Every feature is about 0 to 1 and speaks of no particular corpus. The names stand in <see cref="Names"/>, in order.</remarks>
internal sealed class EvidenceFeatures
{
    // How much a question term found near the sentence, but not in it, counts.
    private const float InNeighbour = 0.75f, InTitle = 0.75f, InPassage = 0.5f, InArticle = 0.25f;

    // "company" in "which company …" names the kind of answer; evidence seldom repeats it.
    private const float HeadWeight = 0.4f;

    // Words about the asking, not about the matter.
    private static readonly HashSet<string> Scaffolding = [.. Corpus.Text.Terms.In(
        "name list tell give explain describe compare article articles report reported reporting reports story according mention mentioned news source sources say says said question answer please consider considering information provided suggest discussed number figure exactly kind type sort many much")];

    private readonly ReadQuestion question;
    private readonly List<(string Term, float Weight)> terms;
    private readonly float total;
    private readonly float heaviest;
    private readonly float bestFused;
    private readonly List<IReadOnlyList<string>> names;

    public EvidenceFeatures(ReadQuestion question, RetrievalResult retrieval)
    {
        this.question = question;
        var kept = retrieval.Terms.Where(term => !Scaffolding.Contains(term.Asked) && !question.Figures.Contains(term.Asked)).ToList();
        if (kept.Count == 0)
            kept = [.. retrieval.Terms];
        terms = [.. kept.Select(term => (term.Term, Weight: term.Idf * (term.Asked == question.Head ? HeadWeight : 1)))];
        total = Math.Max(0.001f, terms.Sum(term => term.Weight));
        heaviest = terms.Count == 0 ? 1 : terms.Max(term => term.Weight);
        bestFused = retrieval.Passages.Count == 0 ? 1 : retrieval.Passages.Max(passage => passage.Scores.Fused);
        var corrected = retrieval.Terms.GroupBy(term => term.Asked).ToDictionary(group => group.Key, group => group.First().Term);
        names = [.. question.Names.Select(name => (IReadOnlyList<string>)[.. Corpus.Text.Terms.In(name).Select(term => corrected.GetValueOrDefault(term, term))]).Where(name => name.Count > 0)];
    }

    /// <summary>What the features are called, in the order of <see cref="Measure"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "sentenceCoverage", "nearCoverage", "articleCoverage", "sentenceCosine", "passageCosine", "rank", "kindFits", "kindMisses", "headFits",
        "namesInSentence", "namesNear", "namesInArticle", "figuresNear", "missingNear", "missingInArticle", "coverageTimesCosine", "questionLength", "sentenceLength", "closeness",
    ];

    /// <summary>The share of the question's terms (by weight) that the sentence has; a cheap first look.</summary>
    public float Coverage(CandidateSentence candidate) => Share(term => candidate.Sentence.Terms.Match(term));

    /// <summary>The features of one sentence.</summary>
    public float[] Measure(CandidateSentence candidate)
    {
        var near = Near(candidate);
        var article = candidate.ArticleText;
        float inSentence = Coverage(candidate), nearby = Share(near), inArticle = Share(article.Whole.Match);
        var (fits, misses, head) = KindFeatures(candidate);
        return
        [
            inSentence,
            nearby,
            inArticle,
            Math.Max(0, candidate.Cosine),
            Math.Max(0, candidate.Passage.Scores.Embedding),
            candidate.Passage.Scores.Fused / Math.Max(0.001f, bestFused),
            fits,
            misses,
            head,
            NameShare(candidate.Sentence.Terms.Match),
            NameShare(near),
            NameShare(article.Whole.Match),
            FigureShare(candidate),
            Missing(near),
            Missing(article.Whole.Match),
            nearby * Math.Max(0, candidate.Cosine),
            Math.Min(1, terms.Count / 20f),
            Math.Min(1, candidate.Span.Length / 400f),
            AnswerFinder.Closeness(candidate.Text, question.Kind, terms),
        ];
    }

    private static Func<string, float> Near(CandidateSentence candidate)
    {
        var article = candidate.ArticleText;
        int i = candidate.Ordinal;
        var before = i > 0 ? article.Sentences[i - 1].Terms : null;
        var after = i + 1 < article.Sentences.Count ? article.Sentences[i + 1].Terms : null;
        var passage = article.Sentences.Where(sentence => sentence.Span.Start >= candidate.Passage.Passage.Start && sentence.Span.End <= candidate.Passage.Passage.End).Select(sentence => sentence.Terms).ToList();
        return term =>
        {
            float best = candidate.Sentence.Terms.Match(term);
            if (best >= 1)
                return best;
            best = Math.Max(best, InNeighbour * Math.Max(before?.Match(term) ?? 0, after?.Match(term) ?? 0));
            best = Math.Max(best, InTitle * article.Title.Match(term));
            if (best < InPassage)
                best = Math.Max(best, InPassage * passage.Select(sentence => sentence.Match(term)).DefaultIfEmpty().Max());
            return best < InArticle ? Math.Max(best, InArticle * article.Whole.Match(term)) : best;
        };
    }

    private float Share(Func<string, float> match) => terms.Sum(term => term.Weight * match(term.Term)) / total;

    private float Missing(Func<string, float> match) => terms.Select(term => term.Weight * (1 - match(term.Term))).DefaultIfEmpty().Max() / heaviest;

    /// <summary>How well the worst-found name is found: a question about a name that is not there is not answered.</summary>
    private float NameShare(Func<string, float> match) => names.Count == 0 ? 1 : names.Average(name => name.Max(match));

    private float FigureShare(CandidateSentence candidate)
    {
        if (question.Figures.Count == 0)
            return 1;
        var article = candidate.ArticleText;
        return (float)question.Figures.Average(figure =>
            candidate.Sentence.Terms.Contains(figure) ? 1
            : article.Title.Contains(figure) || NeighbourHas(candidate, figure) ? 0.9
            : candidate.Article.PublishedAt is { } published && figure.Length == 4 && published.ToString().StartsWith(figure, StringComparison.Ordinal) ? 0.9
            : article.Whole.Contains(figure) ? 0.5
            : 0);
    }

    private static bool NeighbourHas(CandidateSentence candidate, string term) =>
        Enumerable.Range(candidate.Ordinal - 1, 3).Any(i => i >= 0 && i < candidate.ArticleText.Sentences.Count && candidate.ArticleText.Sentences[i].Terms.Contains(term));

    private (float Fits, float Misses, float Head) KindFeatures(CandidateSentence candidate)
    {
        bool? has = AnswerFinder.Has(candidate.Text, question);
        float head = question.Head is { } term ? candidate.Sentence.Terms.Match(term) : 0;
        return (has == true ? 1 : 0, has == false ? 1 : 0, head);
    }
}
