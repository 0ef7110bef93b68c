using System.Text;
using SurvBot.Bot.Replies;
using CitationMarker = SurvBot.Answers.CitationMarker;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>Shows a reply in Teams: what is said as text, where citations are links, and what is looked up as a card.</summary>
internal sealed class TeamsReplyRenderer : IReplyRenderer<TeamsBlock>
{
    // A quoted sentence is shorter; this bounds what a hostile article can send.
    private const int MostSaid = 4000;

    // More entries than these are read in the card, where dates stand under each other.
    private const int EntriesSaid = 5;

    /// <summary>As many as Teams shows of suggested actions.</summary>
    public const int MostFollowUps = 3;

    // In characters, beside date and value on a phone.
    private const int LongestBar = 16;

    private static readonly TeamsReplyRenderer Renderer = new();

    public static TeamsBlock Render(IEnumerable<ReplyBlock> blocks) => TeamsBlock.Join(blocks.Select(block => block.Render(Renderer)));

    public TeamsBlock Paragraph(Paragraph block) => TeamsBlock.Said(Said(block));

    // In a list of markdown the numbers would stay words.
    public TeamsBlock BulletList(BulletList block) => TeamsBlock.Said([.. block.Items.Take(EntriesSaid).Select(item => $"• {Said(item)}")]) with
    {
        Card = block.Items.Count <= EntriesSaid ? [] : [Cards.Heading("The whole timeline"), .. block.Items.Select(item => Cards.Line([Cards.Run(ReplyText.Of(item))], apart: false))],
    };

    public TeamsBlock Disagreement(Disagreement block) => TeamsBlock.Said(
        $"**Sources disagree on {Words(block.Slot)}:** {string.Join(" · ", block.Positions.Select(position => $"{Words(position.Value)}{Dated(position.AsOf)} {Markers(position.Citations)}".TrimEnd()))}");

    public TeamsBlock Development(Development block) => block.Points.All(point => point.Share is not null)
        ? TeamsBlock.Shown(
            [Cards.Heading(ReplyWording.OverTime(block.Slot)), .. block.Points.Select(point => Cards.Row(Cards.Line([Cards.Run(point.Date, subtle: true)], apart: false), Cards.Line([Cards.Run($"{Bar(point.Share!.Value)} ", color: "Accent"), Cards.Run(point.Value)], apart: false)))])
        : TeamsBlock.Said(OverTime(block));

    public TeamsBlock Caveat(Caveat block) => TeamsBlock.Said($"_{Words(block.Text)}_");

    public TeamsBlock EvidenceStrip(EvidenceStrip block) => TeamsBlock.Said($"_{Words(string.Join(" · ", block.Parts))}_");

    // Their numbers in the text lead to them; all of them are one click away.
    public TeamsBlock Sources(Sources block) => TeamsBlock.Kept([Cards.Heading("Sources"), .. block.Items.SelectMany(Cards.Source)]);

    public TeamsBlock NearestArticles(NearestArticles block) => TeamsBlock.Shown(
        [Cards.Heading("Nearest articles"), .. block.Items.Select(article => Cards.Line([.. article.IsBrief ? [Cards.Run(ArticleName.Of(article), url: article.Url)] : Cards.Article(article.Title, article.Publisher, article.Date, article.Url)], apart: false))]);

    public TeamsBlock More(More block) => TeamsBlock.Kept([.. Lines(block.Blocks).Select(line => Cards.Line([Cards.Run(line, most: MostSaid)]))]);

    public TeamsBlock FollowUps(FollowUps block) => TeamsBlock.Shown([Cards.Heading("You could ask next"), Cards.Buttons(block.Questions.Take(MostFollowUps).Select(Cards.Say))]);

    // Teams shows thumbs of its own below the message.
    public TeamsBlock FeedbackRequest(FeedbackRequest block) => TeamsBlock.Nothing;

    public TeamsBlock Progress(Progress block) => TeamsBlock.Said(Words(block.Text));

    private static string Said(Paragraph block)
    {
        var text = new StringBuilder();
        foreach (var span in block.Spans)
        {
            if (span.Text is null)
                text.Append(CitationMarker.Of(span.Citation ?? 0));
            else if (Words(span.Text) is { Length: > 0 } words)
                text.Append(char.IsWhiteSpace(span.Text[0]) && text.Length > 0 ? " " : "").Append(words).Append(char.IsWhiteSpace(span.Text[^1]) ? " " : "");
        }
        return text.ToString().TrimEnd();
    }

    private static IEnumerable<string> Lines(IEnumerable<ReplyBlock> blocks) => blocks.SelectMany(block => block is BulletList list ? list.Items.Select(ReplyText.Of) : [block.Render(new ReplyText())]);

    private static string OverTime(Development block) =>
        $"**{Words(ReplyWording.OverTime(block.Slot))}:** {string.Join(" → ", block.Points.Select(point => $"{Words(point.Value)}{Dated(point.Date)} {Markers(point.Citations)}".TrimEnd()))}";

    private static string Words(string text) => TeamsText.Markdown(text, MostSaid);

    private static string Dated(string? date) => date is null ? "" : $" ({Words(date)})";

    private static string Markers(IReadOnlyList<int> citations) => string.Concat(citations.Select(CitationMarker.Of));

    // Even the smallest value is seen.
    private static string Bar(double share) => new('█', Math.Max(1, (int)Math.Round(share * LongestBar)));
}
