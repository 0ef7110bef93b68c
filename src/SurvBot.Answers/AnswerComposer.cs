using System.Security.Cryptography;
using System.Text;
using SurvBot.Answers.Conflicts;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>A question with all that was found out about it before an answer was written.</summary>
public sealed record AskedQuestion(Question Question, ReadQuestion Read, RetrievalResult Retrieval, CorpusOverview Corpus, TimeSpan Took)
{
    /// <summary>What was read, in order.</summary>
    public IReadOnlyList<ReadPassage> Passages { get; init; } = [];

    /// <summary>The same, where what was only looked through for other values counts as read if the draft quotes it.</summary>
    internal AskedQuestion Quoting(Draft draft)
    {
        var quotations = draft.Sentences.SelectMany(sentence => sentence.Quotations).ToList();
        var quoted = Retrieval.Passages.Where(found => quotations.Any(quotation => quotation.Article.Id == found.Article.Id && quotation.Span.Start < found.Passage.End && found.Passage.Start < quotation.Span.End));
        return this with { Passages = [.. Passages.Union(quoted.Select(ReadPassage.Of))] };
    }
}

/// <summary>Puts the typed answer together, so that its parts agree.</summary>
public sealed class AnswerComposer(CitationResolver citations, AnswerOptions options)
{
    private const int NearestArticles = 3, MostFollowUps = 3;

    // A cosine by the built-in model below this is what unrelated texts have.
    private const float UnrelatedCosine = 0.25f;

    /// <summary>An answer that rests on <paramref name="draft"/>, which quotes every one of the <paramref name="values"/> that disagree.</summary>
    public Answer Answer(AskedQuestion asked, Draft draft, FoundValues values, WritingReport? report = null)
    {
        var resolved = citations.Resolve(draft);
        var told = new ToldValues(values, draft, resolved.Citations);
        var articles = draft.Sentences.SelectMany(sentence => sentence.Quotations).Select(quotation => quotation.Article).DistinctBy(article => article.Id).ToList();
        var dates = articles.Select(article => article.PublishedAt).OfType<PartialDate>().Order().ToList();
        bool stale = asked.Read.AsksForLatest && dates.Count > 0 && asked.Read.AsOf - dates[^1].End > Staleness.AgeFor(asked.Read.Text, options);
        var begun = Begin((report?.Passages is { } given ? asked with { Passages = given } : asked).Quoting(draft));
        return begun with
        {
            Mode = draft.Sentences.Any(sentence => sentence.IsWritten) ? AnswerMode.Generative : AnswerMode.Extractive,
            Diagnostics = report is null ? begun.Diagnostics : Tell(begun.Diagnostics, report),
            // Old evidence that disagrees opens with its age, too.
            Status = values.Disagree ? AnswerStatus.Conflicting : stale ? AnswerStatus.Stale : IsPartial(asked.Read, draft) ? AnswerStatus.Partial : AnswerStatus.Answered,
            Text = stale ? $"The newest article found on this is from {dates[^1].ToDisplayString()}.\n\n{resolved.Text}" : resolved.Text,
            Sentences = resolved.Sentences,
            Citations = resolved.Citations,
            Conflicts = told.Conflicts,
            Development = told.Development,
            Remark = report?.Remark(draft.Sentences.Any(sentence => sentence.IsWritten)),
            Evidence = new EvidenceSummary(articles.Count, articles.Select(article => article.IndependenceGroup).Distinct().Count(), dates.Count > 0 ? dates[^1] : null, dates.Count > 0 ? dates[0] : null),
            FollowUps = FollowUpsOf(asked.Read, draft),
        };
    }

    /// <summary>No answer, why, and what is nearest to one.</summary>
    public static Answer Abstain(AskedQuestion asked, string? refusal)
    {
        var passages = asked.Retrieval.Passages;
        var nearest = passages.Select(passage => passage.Article).Where(article => article.PublishedAt is not null).DistinctBy(article => article.IndependenceGroup).Take(NearestArticles)
            .Select(article => new NearestArticle(article.Url, article.Title, article.Publisher, article.PublishedAt, article.SourceKind)).ToList();
        bool leaning = asked.Read.LeansOnNothing, unclear = leaning || asked.Retrieval.Terms.Count == 0;
        bool unrelated = passages.Count == 0 || passages.Max(passage => passage.Scores.Likeness) < UnrelatedCosine;
        string reason = leaning ? "Who or what do you mean? Please name the company, place, person or technology."
            : unclear ? "The question names nothing to look for: name a company, a place, a person or a technology."
            : unrelated ? "The indexed articles are about other things."
            : refusal ?? "The sentences that come nearest cannot be quoted by themselves.";
        return Begin(asked) with
        {
            Status = unclear ? AnswerStatus.NeedsClarification : unrelated ? AnswerStatus.OutOfScope : AnswerStatus.NotFound,
            Text = unclear ? reason : $"I found nothing that answers this in the {asked.Corpus.Articles} indexed articles. {reason}",
            Abstention = new Abstention(reason, new Searched([asked.Read.Text], asked.Read.Period?.From, asked.Read.Period?.To ?? asked.Read.AsOf, asked.Read.Publishers), leaning ? [] : nearest),
            FollowUps = [.. Widened(asked.Read)],
        };
    }

    private static Diagnostics Tell(Diagnostics diagnostics, WritingReport report) => diagnostics with
    {
        Model = report.Model,
        PromptHash = AnswerPrompt.Hash,
        TokensIn = (int)report.Used.Input,
        TokensOut = (int)report.Used.Output,
        Note = (diagnostics.Note, report.Note) is ({ } one, { } other) ? $"{one}; {other}" : diagnostics.Note ?? report.Note,
    };

    /// <summary>What was not found within a time may be found at another.</summary>
    private static IEnumerable<FollowUp> Widened(ReadQuestion read)
    {
        if (read.Period is not { Phrase: { Length: > 0 } phrase } || read.Text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is not (> 0 and var at))
            yield break;
        string rest = string.Join(' ', read.Text.Remove(at, phrase.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ?", "?", StringComparison.Ordinal);
        yield return new FollowUp(rest, FollowUp.Widen);
    }

    internal static Answer Begin(AskedQuestion asked) => new()
    {
        Id = IdOf(asked),
        Question = asked.Question.Text,
        StandaloneQuestion = asked.Read.Text,
        Language = "en",
        Mode = AnswerMode.Extractive,
        Status = AnswerStatus.NotFound,
        Text = "",
        AsOf = asked.Read.AsOf,
        Interpretation = new Interpretation(
            asked.Read.Period is { } period ? new InterpretedTime(period.From, period.To, period.Axis == TimeAxis.Event ? "event" : "published", period.Phrase) : null,
            asked.Read.Publishers, asked.Read.Names, asked.Read.Intent),
        Evidence = new EvidenceSummary(0, 0, null, null),
        Corpus = new CorpusSummary(asked.Corpus.Articles, asked.Corpus.NewestPublished, asked.Corpus.OldestPublished, asked.Corpus.LastIngestAt, asked.Corpus.Version),
        Diagnostics = new Diagnostics(
            null, null,
            [.. asked.Retrieval.Passages.Select(passage => new RetrievalDiagnostic(passage.Passage.Id, Round(passage.Scores.Keyword), Round(passage.Scores.Embedding), Round(passage.Scores.Fused), Round(passage.Scores.Time)))],
            0, 0, Math.Round(asked.Took.TotalMilliseconds, 1),
            Note: asked.Retrieval.KeywordsOnly is { } reason ? $"keyword search only: {reason}" : null,
            Passages: asked.Passages),
    };

    /// <summary>Whether a question about several names got an answer about some of them only.</summary>
    private static bool IsPartial(ReadQuestion read, Draft draft) =>
        read.AsksForSeveral && read.Names.Count > 1
        && !read.Names.All(name => draft.Sentences.Any(sentence => sentence.Checked.Contains(name, StringComparison.OrdinalIgnoreCase) || sentence.Article.Title.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private static List<FollowUp> FollowUpsOf(ReadQuestion read, Draft draft)
    {
        var names = draft.Sentences.SelectMany(sentence => NameMentions.In(sentence.Checked)).Concat(read.Names)
            .Where(name => name.Length is > 3 and < 40).GroupBy(name => name).OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
        var others = names.Where(name => !read.Text.Contains(name, StringComparison.OrdinalIgnoreCase));
        var followUps = others.Take(2).Select(name => new FollowUp($"What do the articles say about {name}?", "topic"));
        if (read.Kind != AnswerKind.Date && read.Names.Count > 0)
            followUps = followUps.Append(new FollowUp($"When did this happen with {read.Names[0]}?", "date"));
        return [.. followUps.Take(MostFollowUps)];
    }

    /// <summary>The same question at the same instant on the same corpus is the same answer.</summary>
    private static string IdOf(AskedQuestion asked) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{asked.Read.Text}\n{asked.Read.AsOf:O}\n{asked.Corpus.Articles}\n{asked.Corpus.LastIngestAt:O}")).AsSpan(0, 8));

    private static double Round(float score) => Math.Round(score, 4);
}
