using System.Text.Json.Nodes;
using SurvBot.Bot.Replies;
using CitationMarker = SurvBot.Answers.CitationMarker;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Shows the blocks of a reply as blocks of Slack: words in rich text, where each [n] links to its source.</summary>
/// <remarks>
/// Rich text shows all that a reply needs (links, bold, lists, quotes, aligned lines) and takes words literally: no text of a stranger is ever read as mark-up or as a mention, and nothing has to be escaped.
/// Sections of mrkdwn know no escape but that of &amp; &lt; &gt;.
/// </remarks>
/// <param name="replyId">What the thumbs send along.</param>
/// <param name="sources">Addresses of the sources by their numbers; a number that is none of theirs is not shown.</param>
internal sealed class SlackReplyRenderer(string replyId = "", IReadOnlyDictionary<int, string>? sources = null) : IReplyRenderer<IReadOnlyList<JsonObject>>
{
    // A quoted sentence is shorter; this bounds what a hostile article can send.
    private const int MostSaid = 3000, MostQuote = 400;

    // Of the sources in one line, sixty with the longest names.
    private const int MostNames = 3000, MostName = 40;

    // In characters, beside date and value on a phone.
    private const int LongestBar = 12, MostDate = 20, MostValue = 80;

    // Nobody offers longer ones, and three of them leave room for the answer.
    private const int MostFollowUp = 500;

    private static readonly string[] FollowUpActions = [SlackActions.FollowUp1, SlackActions.FollowUp2, SlackActions.FollowUp3];

    private readonly IReadOnlyDictionary<int, string> sources = sources ?? new Dictionary<int, string>();

    public IReadOnlyList<JsonObject> Paragraph(Paragraph block) => Runs(block).ToList() is { Count: > 0 } runs ? [BlockKit.RichText(BlockKit.Section(runs))] : [];

    public IReadOnlyList<JsonObject> BulletList(BulletList block) =>
        block.Items.Select(item => Runs(item).ToList()).Where(runs => runs.Count > 0).Select(runs => BlockKit.Section(runs)).ToList() is { Count: > 0 } items ? [BlockKit.RichText(BlockKit.List(items))] : [];

    public IReadOnlyList<JsonObject> Disagreement(Disagreement block) =>
    [
        BlockKit.RichText(
            [BlockKit.Heading($"Sources disagree on {block.Slot}:"), .. Listed(block.Positions.Select(position => BlockKit.Section([BlockKit.Run($"{position.Value}{Dated(position.AsOf)}"), .. Markers(position.Citations)])))]),
    ];

    public IReadOnlyList<JsonObject> Development(Development block) => [BlockKit.RichText([BlockKit.Heading($"{ReplyWording.OverTime(block.Slot)}:"), .. Points(block.Points)])];

    public IReadOnlyList<JsonObject> Caveat(Caveat block) => [BlockKit.RichText(BlockKit.Section(BlockKit.Run(block.Text, style: "italic", most: MostSaid)))];

    // Slack wants whoever shows what a machine made to say so at the foot of it.
    public IReadOnlyList<JsonObject> EvidenceStrip(EvidenceStrip block) => [BlockKit.Context(string.Join(" · ", sources.Count > 0 ? [.. block.Parts, "made from these by SurvBot: check the sources"] : block.Parts))];

    // Those without a title had to give it up for room: they stand by name in one line.
    public IReadOnlyList<JsonObject> Sources(Sources block) => block.Items.Count == 0 ? [] :
    [
        BlockKit.RichText([BlockKit.Heading("Sources"), .. block.Items.Where(source => source.Title.Length > 0).SelectMany(Source), .. Names([.. block.Items.Where(source => source.Title.Length == 0)])]),
    ];

    public IReadOnlyList<JsonObject> NearestArticles(NearestArticles block) => [BlockKit.RichText([BlockKit.Heading("Nearest articles"), .. Listed(block.Items.Select(article => BlockKit.Section(Article(article))))])];

    public IReadOnlyList<JsonObject> More(More block) => [.. block.Blocks.SelectMany(inner => inner.Render(this))];

    public IReadOnlyList<JsonObject> FollowUps(FollowUps block) =>
        FollowUpActions.Zip(block.Questions).SelectMany(offer => BlockKit.Ask(offer.First, offer.Second, offer.Second, MostFollowUp)).ToList() is { Count: > 0 } buttons
            ? [BlockKit.RichText(BlockKit.Heading("You could ask next")), BlockKit.Actions(buttons)]
            : [];

    // Which of the verdicts it is to be is asked when somebody is not content.
    public IReadOnlyList<JsonObject> FeedbackRequest(FeedbackRequest block) => [BlockKit.Feedback(SlackActions.Feedback, replyId)];

    public IReadOnlyList<JsonObject> Progress(Progress block) => [BlockKit.Task("answering", block.Text)];

    private IEnumerable<JsonObject> Runs(Paragraph paragraph) =>
        paragraph.Spans.SelectMany(span => span.Text is { } words ? string.IsNullOrEmpty(PlainLine.Of(words, MostSaid)) ? [] : [BlockKit.Run(words, most: MostSaid)] : Markers([span.Citation ?? 0]));

    private IEnumerable<JsonObject> Markers(IEnumerable<int> citations) => citations.Where(sources.ContainsKey).Select(n => BlockKit.Run(CitationMarker.Of(n), url: sources[n]));

    private IEnumerable<JsonObject> Points(IReadOnlyList<DevelopmentPoint> points) => points.Count > 0 && points.All(point => point.Share is not null)
        ? [BlockKit.Preformatted(points.SelectMany((point, i) => Bar(point, points.Max(other => Math.Min(MostDate, other.Date.Length)), isFirst: i == 0)))]
        : Listed(points.Select(point => BlockKit.Section([BlockKit.Run($"{point.Value}{Dated(point.Date)}"), .. Markers(point.Citations)])));

    // A line of its own for each, the bars below each other; even the smallest value is seen.
    private IEnumerable<JsonObject> Bar(DevelopmentPoint point, int width, bool isFirst)
    {
        string date = SlackWords.Literal(point.Date, MostDate).PadRight(width), bar = new string('█', Math.Clamp((int)Math.Round(point.Share!.Value * LongestBar), 1, LongestBar)).PadRight(LongestBar);
        yield return new JsonObject { ["type"] = "text", ["text"] = $"{(isFirst ? "" : "\n")}{date} {bar} {SlackWords.Literal(point.Value, MostValue)} " };
        foreach (var marker in Markers(point.Citations))
            yield return marker;
    }

    private static IEnumerable<JsonObject> Source(Source source) =>
    [
        BlockKit.Section([BlockKit.Run($"{CitationMarker.Of(source.N)} ", style: "bold"), .. source.IsBrief ? [BlockKit.Run(ArticleName.Of(source), url: source.Url)] : Article(source.Title, source.Publisher, source.Date, source.Url)]),
        .. source.Quotes.Select(quote => BlockKit.Quote(BlockKit.Run($"“{quote.Text}”", most: MostQuote))),
    ];

    private static IEnumerable<JsonObject> Names(IReadOnlyList<Source> rest)
    {
        if (rest.Count == 0)
            return [];
        var names = rest.Select(source => $"{CitationMarker.Of(source.N)} {SlackWords.Literal(OrElse(ArticleName.Dated(source), "unknown publisher"), MostName)}").ToList();
        int fit = names.Count;
        while (names.Take(fit).Sum(name => name.Length + 3) > MostNames)
            fit--;
        return [BlockKit.Section(BlockKit.Run($"{string.Join(" · ", names.Take(fit))}{(fit < names.Count ? $" and {names.Count - fit} more" : "")}", most: MostNames))];
    }

    private static IEnumerable<JsonObject> Article(ArticleLink article) => article.IsBrief ? [BlockKit.Run(ArticleName.Of(article), url: article.Url)] : Article(article.Title, article.Publisher, article.Date, article.Url);

    private static IEnumerable<JsonObject> Article(string title, string? publisher, string? date, string url)
    {
        yield return BlockKit.Run(OrElse(title, "Untitled article"), url: url);
        string who = string.Join(", ", new[] { publisher, date }.OfType<string>());
        if (who.Length > 0)
            yield return BlockKit.Run($" – {who}");
    }

    // Slack takes no list without items.
    private static IEnumerable<JsonObject> Listed(IEnumerable<JsonObject> sections) => sections.ToList() is { Count: > 0 } items ? [BlockKit.List(items)] : [];

    private static string OrElse(string text, string other) => PlainLine.Of(text, 1).Length > 0 ? text : other;

    private static string Dated(string? date) => date is null ? " " : $" ({date}) ";
}
