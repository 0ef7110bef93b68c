using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>Measures how well a sentence fits a question; the support model weighs the measures.</summary>
/// <remarks>Every feature is about 0 to 1 and speaks of no particular corpus. The names stand in <see cref="Names"/>, in order.</remarks>
internal sealed class EvidenceFeatures
{
    // How much a question term found near the sentence, but not in it, counts.
    private const float InNeighbour = 0.75f, InTitle = 0.75f, InPassage = 0.5f, InArticle = 0.25f;

    // News tells the main thing first: what happened to whom stands in the lead, at most so many sentences.
    private const float SentencesOfALead = 8;

    // What the first look gives for the words themselves and for the passage's rank, beside the meaning of the words.
    private const float PromiseOfWords = 0.3f, PromiseOfPassage = 0.1f;

    // "company" in "which company …" names the kind of answer; evidence seldom repeats it.
    private const float HeadWeight = 0.4f;

    // Words about the asking, not about the matter.
    private static readonly HashSet<string> Scaffolding = [.. Corpus.Text.Terms.In(
        "name list tell give explain describe compare article articles report reported reporting reports story according mention mentioned news source sources say says said question answer please consider considering information provided suggest discussed number figure exactly kind type sort many much")];

    private readonly ReadQuestion question;
    private readonly List<(string Term, float Weight)> terms;
    private readonly List<(string Term, float Weight)> predicate;
    private readonly float bestFused;
    private readonly List<QuestionName> names;

    // Whole passages and articles are looked through once, not for each of their sentences.
    private readonly Dictionary<RetrievedPassage, List<TermSet>> sentences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(QuestionName, ArticleText), float> inBodies = [];

    public EvidenceFeatures(ReadQuestion question, RetrievalResult retrieval)
    {
        var corrected = retrieval.Terms.GroupBy(term => term.Asked).ToDictionary(group => group.Key, group => group.First().Term);
        this.question = question with { Head = question.Head is { } head ? corrected.GetValueOrDefault(head, head) : null };
        names = [.. question.Names.Select(name => new QuestionName(name, corrected)).Where(name => name.Terms.Count > 0)];
        var kept = retrieval.Terms.Where(term => !Scaffolding.Contains(term.Asked) && !question.Figures.Contains(term.Asked)).ToList();
        if (kept.Count == 0)
            kept = [.. retrieval.Terms];
        terms = [.. kept.Select(term => (term.Term, Weight: term.Idf * (term.Term == this.question.Head ? HeadWeight : 1)))];
        predicate = [.. terms.Where(term => !names.Any(name => name.Terms.Contains(term.Term)))];
        bestFused = retrieval.Passages.Count == 0 ? 1 : retrieval.Passages.Max(passage => passage.Scores.Fused);
    }

    /// <summary>Whether the question has no topic but its names ("What did the FTC do to Rite Aid?"): then the main thing is asked for.</summary>
    public bool AsksForOverview => predicate.Count == 0 && names.Count > 0 && question.Kind == AnswerKind.Any;

    /// <summary>How near the sentence is to its article's beginning, where news tells the main thing: 1 for the first, 0 after the lead.</summary>
    public static float Lead(CandidateSentence candidate) => Math.Max(0, 1 - candidate.Ordinal / SentencesOfALead);

    /// <summary>What the features are called, in the order of <see cref="Measure"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "sentenceCoverage", "nearCoverage", "articleCoverage", "wordMatch", "topicMatch", "weakestMatch", "passageCosine", "rank", "kindFits", "headFits",
        "worstNameInSentence", "worstNameNear", "worstNameInArticle", "figuresNear", "predicateInSentence", "predicateNear", "missingPredicateNear", "missingPredicateInArticle",
        "questionLength", "sentenceLength", "closeness", "behindBest", "aboveTypical", "lead", "uncounted",
    ];

    /// <summary>Whether the sentence can be the answer at all: it holds something of the kind that is asked for.</summary>
    public bool CanAnswer(CandidateSentence candidate) => AnswerFinder.Has(candidate.Text, question) ?? true;

    /// <summary>Why the sentence cannot be the answer although it is near: what the question names is not spoken of there; null when nothing is amiss.</summary>
    public string? Objection(CandidateSentence candidate)
    {
        // The parts of a long question are answered by several articles, none of which has all of its names.
        if (question.Parts.Count > 0)
            return null;
        if (FigureShare(candidate) < 0.4f)
            return "a figure or year of the question is not in the article";
        if (!question.AsksForSeveral && WorstName(name => Math.Max(InBody(name, candidate.ArticleText), name.In(candidate.Article.Title, candidate.ArticleText.Whole))) < 0.4f)
            return "a name of the question is not in the article";
        if (question.Kind == AnswerKind.Number && question.Head is { } head && Near(candidate)(head) < InArticle * 0.5f)
            return "what is to be counted is not spoken of";
        if (question.Kind == AnswerKind.Money && MoneyRole.Of(question.Text) is { } role && !role.IsIn(candidate.Surroundings))
            return "the money spoken of is another";
        return null;
    }

    /// <summary>A cheap first look at how much the sentence has of the question.</summary>
    public float Promise(CandidateSentence candidate) =>
        candidate.Match.All + PromiseOfWords * Share(terms, Within(candidate)) + PromiseOfPassage * candidate.Passage.Scores.Fused / bestFused;

    /// <summary>The features of one sentence.</summary>
    /// <param name="candidate">The sentence.</param>
    /// <param name="field">How well the question is matched by all the sentences that could answer.</param>
    public float[] Measure(CandidateSentence candidate, WordMatchField field)
    {
        var near = Near(candidate);
        var article = candidate.ArticleText;
        var match = candidate.Match;
        return
        [
            Share(terms, Within(candidate)),
            Share(terms, near),
            Share(terms, article.Whole.Match),
            match.All,
            match.Topic,
            match.Weakest,
            Math.Max(0, candidate.Passage.Scores.Likeness ?? 0),
            candidate.Passage.Scores.Fused / Math.Max(0.001f, bestFused),
            AnswerFinder.Has(candidate.Text, question) is null ? 0 : 1,
            question.Head is { } head ? AnswerFinder.HeadFits(candidate.Text, question.Kind, head, candidate.Sentence.Terms) : 0,
            WorstName(name => name.In(candidate.Text, candidate.Sentence.Terms)),
            WorstName(name => NameNear(name, candidate)),
            WorstName(name => InBody(name, article)),
            FigureShare(candidate),
            Share(predicate, Within(candidate)),
            Share(predicate, near),
            Missing(predicate, near),
            Missing(predicate, article.Whole.Match),
            Math.Min(1, terms.Count / 20f),
            Math.Min(1, candidate.Span.Length / 400f),
            AnswerFinder.Closeness(candidate.Text, question.Kind, terms),
            field.Best - match.All,
            match.All - field.Typical,
            Lead(candidate),
            question is { Kind: AnswerKind.Number, Head: { } counted } && !AnswerFinder.NumberIsOf(candidate.Text, counted) ? 1 : 0,
        ];
    }

    /// <summary>How well a term is found in the sentence itself; an acronym also where the sentence spells it out.</summary>
    private Func<string, float> Within(CandidateSentence candidate) => term =>
    {
        float match = candidate.Sentence.Terms.Match(term);
        if (match >= 1 || names.FirstOrDefault(name => name.Terms.Count == 1 && name.Terms[0] == term) is not { } name)
            return match;
        return Math.Max(match, name.In(candidate.Text, candidate.Sentence.Terms));
    };

    private Func<string, float> Near(CandidateSentence candidate)
    {
        var article = candidate.ArticleText;
        int i = candidate.Ordinal;
        var within = Within(candidate);
        var before = i > 0 ? article.Sentences[i - 1].Terms : null;
        var after = i + 1 < article.Sentences.Count ? article.Sentences[i + 1].Terms : null;
        var passage = SentencesOf(candidate);
        return term =>
        {
            float best = within(term);
            if (best >= 1)
                return best;
            best = Math.Max(best, InNeighbour * Math.Max(before?.Match(term) ?? 0, after?.Match(term) ?? 0));
            best = Math.Max(best, InTitle * article.Title.Match(term));
            if (best < InPassage)
                best = Math.Max(best, InPassage * passage.Select(sentence => sentence.Match(term)).DefaultIfEmpty().Max());
            return best < InArticle ? Math.Max(best, InArticle * article.Whole.Match(term)) : best;
        };
    }

    private List<TermSet> SentencesOf(CandidateSentence candidate)
    {
        var (article, passage) = (candidate.ArticleText, candidate.Passage);
        if (!sentences.TryGetValue(passage, out var terms))
            sentences[passage] = terms = [.. article.Sentences.Where(sentence => sentence.Span.Start >= passage.Passage.Start && sentence.Span.End <= passage.Passage.End).Select(sentence => sentence.Terms)];
        return terms;
    }

    private float InBody(QuestionName name, ArticleText article)
    {
        if (!inBodies.TryGetValue((name, article), out float share))
            inBodies[(name, article)] = share = name.In(article.Article.Body, article.Whole);
        return share;
    }

    private static float Share(List<(string Term, float Weight)> terms, Func<string, float> match) =>
        terms.Count == 0 ? 1 : terms.Sum(term => term.Weight * match(term.Term)) / Math.Max(0.001f, terms.Sum(term => term.Weight));

    private static float Missing(List<(string Term, float Weight)> terms, Func<string, float> match) =>
        terms.Count == 0 ? 0 : terms.Max(term => term.Weight * (1 - match(term.Term))) / Math.Max(0.001f, terms.Max(term => term.Weight));

    /// <summary>How well the worst-found name is found: a question about a name that is not there is not answered.</summary>
    private float WorstName(Func<QuestionName, float> find) => names.Count == 0 ? 1 : names.Min(find);

    /// <summary>How well a name is found in the sentence, beside it, in the title or elsewhere in the passage.</summary>
    private static float NameNear(QuestionName name, CandidateSentence candidate)
    {
        var article = candidate.ArticleText;
        float best = Math.Max(name.In(candidate.Text, candidate.Sentence.Terms), name.In(article.Article.Title, article.Title));
        for (int i = 0; i < article.Sentences.Count && best < 1; i++)
        {
            var sentence = article.Sentences[i];
            bool beside = Math.Abs(i - candidate.Ordinal) == 1;
            if (beside || (sentence.Span.Start >= candidate.Passage.Passage.Start && sentence.Span.End <= candidate.Passage.Passage.End))
                best = Math.Max(best, (beside ? 0.9f : 0.7f) * name.In(sentence.Span.In(article.Article.Body), sentence.Terms));
        }
        return best;
    }

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
}
