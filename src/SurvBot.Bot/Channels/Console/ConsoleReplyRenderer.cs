using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows a reply to a person at a terminal.</summary>
/// <param name="numbersFollowUps">Whether a follow-up can be asked by its number.</param>
public sealed class ConsoleReplyRenderer(bool numbersFollowUps = false) : IReplyRenderer<TerminalBlock>
{
    private const string Indent = "  ";

    // In characters: a chart fits beside its date and value on a narrow terminal.
    private const int LongestBar = 24;

    /// <summary>All of its blocks.</summary>
    public TerminalBlock Render(Reply reply) => Join(reply.Blocks);

    /// <summary>A cited article with the words that are quoted from it.</summary>
    public static TerminalBlock Quoted(Source source) => new([Line(source), .. source.Quotes.Select(quote => new TerminalLine($"“{TerminalText.Line(quote.Text)}”", "    "))]);

    public TerminalBlock Paragraph(Paragraph block) => new([.. TerminalText.Paragraphs(ReplyText.Of(block)).Split('\n').Select(line => new TerminalLine(line, "", TerminalStyle.Cited))]);

    public TerminalBlock BulletList(BulletList block) => new([.. block.Items.Select(item => Bullet(ReplyText.Of(item)))]);

    public TerminalBlock Disagreement(Disagreement block) => new(
    [
        new TerminalLine($"Sources disagree on {TerminalText.Line(block.Slot)}:"),
        .. block.Positions.Select(position => Bullet($"{TerminalText.Line(position.Value)}{(position.AsOf is null ? "" : $" ({position.AsOf})")} {Markers(position.Citations)}")),
    ]);

    public TerminalBlock Development(Development block)
    {
        int date = block.Points.Max(point => point.Date.Length);
        return new(
        [
            new TerminalLine($"{TerminalText.Line(ReplyWording.OverTime(block.Slot))}:"),
            .. block.Points.Select(point => new TerminalLine($"{Bar(point.Share)}{TerminalText.Line(point.Value)} {Markers(point.Citations)}", $"{Indent}{TerminalText.Line(point.Date).PadRight(date)}  ", TerminalStyle.Cited)),
        ]);
    }

    // Even the smallest value is seen.
    private static string Bar(double? share) => share is { } length ? $"{new string('█', Math.Max(1, (int)Math.Round(length * LongestBar))).PadRight(LongestBar)} " : "";

    // A remark stands right below what it is about.
    public TerminalBlock Caveat(Caveat block) => new([new TerminalLine(TerminalText.Line(block.Text), "", TerminalStyle.Remark)], StandsApart: false);

    public TerminalBlock EvidenceStrip(EvidenceStrip block) => new([new TerminalLine(TerminalText.Line(string.Join(" · ", block.Parts)), "", TerminalStyle.Dim)]);

    public TerminalBlock Sources(Sources block) => Titled("Sources", block.Items.Select(Line));

    public TerminalBlock NearestArticles(NearestArticles block) => Titled("Nearest articles", block.Items.SelectMany(Lines));

    // A terminal scrolls: nothing has to wait for a click.
    public TerminalBlock More(More block) => Join(block.Blocks);

    public TerminalBlock FollowUps(FollowUps block) => numbersFollowUps
        ? Titled("You could ask next, by its number", block.Questions.Select((question, i) => new TerminalLine(TerminalText.Line(question), $"{Indent}{i + 1}  ")))
        : Titled("You could ask next", block.Questions.Select(question => new TerminalLine(TerminalText.Line(question), Indent)));

    // There is nothing to click on.
    public TerminalBlock FeedbackRequest(FeedbackRequest block) => TerminalBlock.Nothing;

    public TerminalBlock Progress(Progress block) => new([new TerminalLine(TerminalText.Line(block.Text), "", TerminalStyle.Dim)]);

    private TerminalBlock Join(IEnumerable<ReplyBlock> blocks) => TerminalBlock.Join(blocks.Select(block => block.Render(this)));

    private static TerminalBlock Titled(string title, IEnumerable<TerminalLine> lines) => new([new TerminalLine(title, "", TerminalStyle.Heading), .. lines]);

    private static TerminalLine Bullet(string text) => new(TerminalText.Line(text), $"{Indent}- ", TerminalStyle.Cited);

    private static TerminalLine Line(Source source)
    {
        // Each part by itself: a command that one of them leaves open must not swallow the others.
        var safe = source with { Publisher = Safe(source.Publisher), Title = TerminalText.Line(source.Title), Date = Safe(source.Date) };
        return new TerminalLine($"{ArticleName.Of(safe)}{(source.Url.Length > 0 ? $", {TerminalText.Line(source.Url)}" : "")}", $"[{source.N}] ");
    }

    private static IEnumerable<TerminalLine> Lines(ArticleLink article)
    {
        yield return new TerminalLine(ArticleName.Of(article with { Publisher = Safe(article.Publisher), Title = TerminalText.Line(article.Title), Date = Safe(article.Date) }), Indent);
        if (article.Url.Length > 0)
            yield return new TerminalLine(TerminalText.Line(article.Url), Indent, TerminalStyle.Dim);
    }

    private static string? Safe(string? text) => text is null ? null : TerminalText.Line(text);

    private static string Markers(IReadOnlyList<int> citations) => string.Concat(citations.Select(n => $"[{n}]"));
}
