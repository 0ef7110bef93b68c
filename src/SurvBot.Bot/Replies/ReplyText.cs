using SurvBot.Answers;

namespace SurvBot.Bot.Replies;

/// <summary>A reply as plain text, for where nothing else can be shown.</summary>
public sealed class ReplyText : IReplyRenderer<string>
{
    private static readonly ReplyText Plain = new();

    /// <summary>All of it, with an empty line between blocks.</summary>
    public static string Of(Reply reply) => Join(reply.Blocks);

    /// <summary>Only what is said, with [n] markers, what waits for a click included: all of it that a thread remembers.</summary>
    public static string AnswerOf(Reply reply) => Join(Unfolded(reply.Blocks).Where(block => block is Replies.Paragraph or Replies.BulletList));

    /// <summary>One paragraph with its [n] markers.</summary>
    public static string Of(Paragraph paragraph) => string.Concat(paragraph.Spans.Select(span => span.Text ?? CitationMarker.Of(span.Citation ?? 0)));

    public string Paragraph(Paragraph block) => Of(block);

    public string BulletList(BulletList block) => Lines(block.Items.Select(item => $"- {Of(item)}"));

    public string Disagreement(Disagreement block) => Lines(block.Positions
        .Select(position => $"- {position.Value}{(position.AsOf is null ? "" : $" ({position.AsOf})")} {string.Concat(position.Citations.Select(CitationMarker.Of))}".TrimEnd())
        .Prepend($"Sources disagree on {block.Slot}:"));

    public string Development(Development block) => Lines(block.Points
        .Select(point => $"- {point.Date}: {point.Value} {string.Concat(point.Citations.Select(CitationMarker.Of))}".TrimEnd())
        .Prepend($"{ReplyWording.OverTime(block.Slot)}:"));

    public string Caveat(Caveat block) => block.Text;

    public string EvidenceStrip(EvidenceStrip block) => string.Join(" · ", block.Parts);

    public string Sources(Sources block) => Lines(block.Items.Select(source => $"{CitationMarker.Of(source.N)} {ArticleName.Of(source)}{Address(source.Url)}").Prepend("Sources"));

    public string NearestArticles(NearestArticles block) => Lines(block.Items.Select(article => $"- {ArticleName.Of(article)}{Address(article.Url)}").Prepend("Nearest articles"));

    public string More(More block) => Join(block.Blocks);

    public string FollowUps(FollowUps block) => Lines(block.Questions.Select(question => $"- {question}").Prepend("You could ask next"));

    public string FeedbackRequest(FeedbackRequest block) => $"Was this helpful? {string.Join(" / ", block.Verdicts.Select(FeedbackWords.Of))}";

    public string Progress(Progress block) => block.Text;

    private static IEnumerable<ReplyBlock> Unfolded(IEnumerable<ReplyBlock> blocks) => blocks.SelectMany(block => block is More more ? Unfolded(more.Blocks) : [block]);

    private static string Join(IEnumerable<ReplyBlock> blocks) => string.Join("\n\n", blocks.Select(block => block.Render(Plain)));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Address(string url) => url.Length > 0 ? $", {url}" : "";
}
