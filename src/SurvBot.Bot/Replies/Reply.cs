namespace SurvBot.Bot.Replies;

/// <summary>An answer shaped for chat, the same for every channel: blocks in the order in which a person reads them.</summary>
/// <param name="Id">Names the reply in feedback, and lets a channel tell whether it has posted it before.</param>
/// <param name="Blocks">What it shows, from top to bottom.</param>
public sealed record Reply(string Id, IReadOnlyList<ReplyBlock> Blocks);

/// <summary>A part of a reply. Every channel shows every kind: <see cref="IReplyRenderer{T}"/> has a method for each.</summary>
public abstract record ReplyBlock
{
    /// <summary>Hands this block to the method that is meant for it.</summary>
    public abstract T Render<T>(IReplyRenderer<T> renderer);
}

/// <summary>Running text with citation markers.</summary>
public sealed record Paragraph(IReadOnlyList<ReplySpan> Spans) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Paragraph(this);
}

/// <summary>Items under each other, such as the entries of a timeline.</summary>
public sealed record BulletList(IReadOnlyList<Paragraph> Items) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.BulletList(this);
}

/// <summary>Values of one thing that sources do not agree on.</summary>
public sealed record Disagreement(string Slot, IReadOnlyList<DisagreementPosition> Positions) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Disagreement(this);
}

/// <summary>How the value of one thing changed: a small chart where there are at least three values.</summary>
/// <param name="Slot">The fact: "the valuation of SenseTime".</param>
/// <param name="Points">In order of time.</param>
public sealed record Development(string Slot, IReadOnlyList<DevelopmentPoint> Points) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Development(this);
}

/// <summary>What a reader must bear in mind: old evidence, a part that is not answered.</summary>
public sealed record Caveat(string Text) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Caveat(this);
}

/// <summary>As of when, how new, how many sources.</summary>
public sealed record EvidenceStrip(IReadOnlyList<string> Parts) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.EvidenceStrip(this);
}

/// <summary>The articles that the markers refer to.</summary>
public sealed record Sources(IReadOnlyList<Source> Items) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Sources(this);
}

/// <summary>Articles that come near to the question without answering it.</summary>
public sealed record NearestArticles(IReadOnlyList<ArticleLink> Items) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.NearestArticles(this);
}

/// <summary>Blocks that a chat shows only when asked for them.</summary>
public sealed record More(IReadOnlyList<ReplyBlock> Blocks) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.More(this);
}

/// <summary>Questions that could come next.</summary>
/// <param name="Questions">In the order in which they are offered.</param>
/// <param name="Widened">That of them which is the same question without its dates; null where there is none.</param>
public sealed record FollowUps(IReadOnlyList<string> Questions, string? Widened = null) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.FollowUps(this);
}

/// <summary>Asks what the reader thinks of the reply.</summary>
public sealed record FeedbackRequest(IReadOnlyList<FeedbackVerdict> Verdicts) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.FeedbackRequest(this);
}

/// <summary>What is being done while there is no answer yet.</summary>
public sealed record Progress(string Text) : ReplyBlock
{
    public override T Render<T>(IReplyRenderer<T> renderer) => renderer.Progress(this);
}

/// <summary>A stretch of a paragraph: words, or the number of a citation.</summary>
/// <param name="Text">Words to be shown as they are; null for a marker.</param>
/// <param name="Citation">Number of the source; null for words.</param>
public sealed record ReplySpan(string? Text, int? Citation)
{
    public static ReplySpan Of(string text) => new(text, null);

    public static ReplySpan Marker(int n) => new(null, n);
}

/// <summary>One of several values, and the sources that hold it.</summary>
public sealed record DisagreementPosition(string Value, string? AsOf, IReadOnlyList<int> Citations);

/// <summary>A value at a moment.</summary>
/// <param name="Value">In the words of its source.</param>
/// <param name="Date">When, for a person to read.</param>
/// <param name="Share">Length of its bar, as a share of the longest, 0 to 1; null where no chart is drawn.</param>
/// <param name="Citations">Numbers of the sources that give it.</param>
public sealed record DevelopmentPoint(string Value, string Date, double? Share, IReadOnlyList<int> Citations);

/// <summary>A cited article.</summary>
/// <param name="N">Its number in the text.</param>
/// <param name="Url">Canonical address, http or https; empty for an article without one, which is shown without a link.</param>
/// <param name="Publisher">Who published it, or null.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it was published, as exactly as known, for a person to read.</param>
/// <param name="IsBrief">Whether it is SurvBot's own brief after the publisher's article.</param>
/// <param name="Quotes">What is quoted from it.</param>
public sealed record Source(int N, string Url, string? Publisher, string Title, string? Date, bool IsBrief, IReadOnlyList<SourceQuote> Quotes);

/// <summary>
/// Quoted words; <paramref name="Marks"/> are what to look at there, as UTF-16 offsets into <paramref name="Text"/>: words of the question,
/// names and figures.
/// </summary>
public sealed record SourceQuote(string Text, IReadOnlyList<QuoteMark> Marks);

/// <summary>A stretch of a quote, half-open.</summary>
public sealed record QuoteMark(int Start, int End);

/// <summary>An article to look at.</summary>
/// <param name="Url">http or https, or empty where there is nothing to link to.</param>
/// <param name="Publisher">Who published it, or null.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it was published, for a person to read.</param>
/// <param name="IsBrief">Whether it is SurvBot's own brief after the publisher's article.</param>
public sealed record ArticleLink(string Url, string? Publisher, string Title, string? Date, bool IsBrief = false);

/// <summary>What a reader thinks of a reply.</summary>
public enum FeedbackVerdict
{
    Helpful,
    WrongSource,
    OutOfDate,
    Missing,

    /// <summary>Where a platform asks only for thumbs up or down.</summary>
    Unhelpful,
}
