using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers;

/// <summary>The one typed answer that every surface renders. Its JSON form is part of the public contract: fields may be added, never renamed.</summary>
public sealed record Answer
{
    public required string Id { get; init; }
    public required string Question { get; init; }

    /// <summary>The question with everything that it takes from the thread spelled out.</summary>
    public required string StandaloneQuestion { get; init; }

    public required string Language { get; init; }
    public required AnswerMode Mode { get; init; }
    public required AnswerStatus Status { get; init; }

    /// <summary>What a person reads, with [n] markers; claims nothing about the world unless the status is an answered one.</summary>
    public required string Text { get; init; }

    /// <summary>The instant the question is asked at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public Interpretation? Interpretation { get; init; }
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>Numbered 1..N in the order of their first use in <see cref="Text"/>.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Values of the fact asked for that cannot all hold; empty where nobody disagrees.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>Values of the fact asked for at different moments, in order; null where one moment is told.</summary>
    public Development? Development { get; init; }

    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }
    public required EvidenceSummary Evidence { get; init; }
    public required CorpusSummary Corpus { get; init; }

    /// <summary>Why it is made of quotes although a language model is there to write; null where that needs no word. Claims nothing about the world.</summary>
    public string? Remark { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public Abstention? Abstention { get; init; }

    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];
    public required Diagnostics Diagnostics { get; init; }
}

/// <summary>Who wrote the prose.</summary>
public enum AnswerMode
{
    /// <summary>Nobody: the text is made of exact quotes.</summary>
    Extractive,

    /// <summary>A chat model, checked sentence by sentence.</summary>
    Generative,
}

/// <summary>How far the corpus answers the question.</summary>
public enum AnswerStatus
{
    Answered,
    Partial,
    Conflicting,
    Stale,
    NotFound,
    OutOfScope,
    NeedsClarification,
    Error,
}

/// <summary>What a sentence of an answer is.</summary>
public enum SentenceKind
{
    Fact,

    /// <summary>Somebody says so, and the sentence tells who.</summary>
    Attributed,

    /// <summary>Stands there so that the next sentence can be understood.</summary>
    Context,
    Caveat,
}

/// <summary>Whether a sentence is backed by its citations.</summary>
public enum Support
{
    Supported,
    Partly,
    Unsupported,
}

/// <summary>How the question was read.</summary>
public sealed record Interpretation(InterpretedTime? TimeRange, IReadOnlyList<string> Publishers, IReadOnlyList<string> Entities, string Intent);

/// <summary>The time a question asks about; half-open.</summary>
public sealed record InterpretedTime(DateTimeOffset? From, DateTimeOffset? To, string Axis, string Phrase);

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">The sentence without markers.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Support">Whether its citations back it.</param>
/// <param name="Score">0 to 1: how sure the support is.</param>
/// <param name="Citations">Numbers of the citations it rests on.</param>
public sealed record AnswerSentence(string Text, SentenceKind Kind, Support Support, double Score, IReadOnlyList<int> Citations);

/// <summary>An article that the answer quotes.</summary>
public sealed record Citation
{
    public required int N { get; init; }
    public required ArticleId ArticleId { get; init; }
    public required string Url { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Author { get; init; }
    public PartialDate? PublishedAt { get; init; }
    public PartialDate? UpdatedAt { get; init; }
    public required DateTimeOffset RetrievedAt { get; init; }
    public string? Language { get; init; }
    public required SourceKind SourceKind { get; init; }
    public required IReadOnlyList<Quote> Quotes { get; init; }
}

/// <summary>Words of an article: <paramref name="Text"/> equals its body from <paramref name="Start"/> to <paramref name="End"/> (UTF-16 offsets).</summary>
public sealed record Quote(string Text, int Start, int End);

/// <summary>Values of one thing that cannot all hold, the one that more independent sources give first, and the later of equals.</summary>
public sealed record Conflict(string Slot, IReadOnlyList<Position> Positions);

/// <summary>One of the values.</summary>
/// <param name="Value">In the words of the article.</param>
/// <param name="Citations">Numbers of the citations that give it.</param>
/// <param name="AsOf">When it holds: as the sentence says, else when the article was published.</param>
/// <param name="SaidBy">Who says so; null where nobody knows.</param>
public sealed record Position(string Value, IReadOnlyList<int> Citations, PartialDate? AsOf, string? SaidBy = null);

/// <summary>How the value of one thing changed: never a conflict.</summary>
/// <param name="Slot">The fact, for people: "the valuation of SenseTime".</param>
/// <param name="Values">In order of time, of one unit.</param>
public sealed record Development(string Slot, IReadOnlyList<DatedValue> Values);

/// <summary>A value at a moment.</summary>
/// <param name="Value">In the words of the article, with its hedge.</param>
/// <param name="Number">The same as a plain number, without its hedge; null where the words give none.</param>
/// <param name="Date">When it holds: as the sentence says, else when the article was published.</param>
/// <param name="Citations">Numbers of the citations that give it.</param>
public sealed record DatedValue(string Value, double? Number, PartialDate Date, IReadOnlyList<int> Citations);

/// <summary>Something that happened.</summary>
/// <param name="Date">When, as exactly as is told.</param>
/// <param name="Precision">How exactly that is.</param>
/// <param name="Text">Words of the article that is cited first.</param>
/// <param name="Citations">Everybody who tells it.</param>
/// <param name="Clock">Whether the date is that of the event or of its publication.</param>
/// <param name="Change">What it is against what was known at an earlier date; null unless that was asked.</param>
/// <param name="Before">What was said before it, where it is an update.</param>
public sealed record TimelineEntry(
    PartialDate Date,
    DatePrecision Precision,
    string Text,
    IReadOnlyList<int> Citations,
    TimelineClock Clock = TimelineClock.Event,
    TimelineChange? Change = null,
    TimelineEntry? Before = null);

/// <summary>What the answer rests on; copies of one text are one independent source.</summary>
public sealed record EvidenceSummary(int Articles, int IndependentSources, PartialDate? Newest, PartialDate? Oldest);

/// <summary>What the corpus held when the question was asked; equal <paramref name="Version"/>s of one store mean equal content.</summary>
public sealed record CorpusSummary(int Articles, PartialDate? NewestPublished, PartialDate? OldestPublished, DateTimeOffset? LastIngestAt, long Version = 0);

/// <summary>Why there is no answer, and what is nearest to one.</summary>
/// <param name="Reason">One line for a person; claims nothing about the world.</param>
/// <param name="Searched">What was looked for.</param>
/// <param name="Nearest">Up to three dated articles nearest to the question.</param>
public sealed record Abstention(string Reason, Searched Searched, IReadOnlyList<NearestArticle> Nearest);

/// <summary>What was looked for.</summary>
public sealed record Searched(IReadOnlyList<string> Queries, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<string> Publishers);

/// <summary>An article near the question that does not answer it.</summary>
public sealed record NearestArticle(string Url, string Title, string? Publisher, PartialDate? PublishedAt, SourceKind SourceKind = SourceKind.Independent);

/// <summary>A question that could come next.</summary>
public sealed record FollowUp(string Text, string Intent)
{
    /// <summary>Intent of the same question without its time, where nothing was found within that.</summary>
    public const string Widen = "widen";
}

/// <summary>For those who want to know why: not for readers. <paramref name="Passages"/> are what was read, in order; where a model wrote, what it was given; then what else is quoted.</summary>
public sealed record Diagnostics(
    string? Model,
    string? PromptHash,
    IReadOnlyList<RetrievalDiagnostic> Retrieval,
    int TokensIn,
    int TokensOut,
    double LatencyMs,
    string? Embedding = null,
    string? Note = null,
    IReadOnlyList<ReadPassage>? Passages = null);

/// <summary>Each component's score of one retrieved passage.</summary>
public sealed record RetrievalDiagnostic(long PassageId, double Keyword, double Embedding, double Fused, double Time);
