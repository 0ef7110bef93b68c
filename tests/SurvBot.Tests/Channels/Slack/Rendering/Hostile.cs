using CsCheck;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Rendering;

/// <summary>Replies that somebody made to break a message.</summary>
internal static class Hostile
{
    public static readonly Gen<string> Text = Gen.Frequency(
        (20, Any.Of("<!channel>", "<@U012AB>", "<#C1>", "<!subteam^S1>", "<http://evil.example|x>", "`", "```", "*", "_", "~", "@here", ":tada:", "[1]", "](https://evil.example)", "\u202E", "\n\n", " ", "& ", "שלום", "👨‍👩‍👧", "| a | b |", "word", "\0", "\uD83D")
            .Array[0, 8].Select(parts => string.Concat(parts))),
        (1, Any.Of(new string('x', 40_000), new string('<', 40_000), string.Concat(Enumerable.Repeat("😀", 9000)), string.Concat(Enumerable.Repeat("כל הזכויות ", 900)))));

    private static readonly Gen<int> Number = Gen.Int[1, 70];
    private static readonly Gen<string> Url = Gen.Frequency((8, Number.Select(n => $"https://news.example/{n}?a=b&c=(d)_*e*~f")), (1, Gen.Const("")), (1, Number.Select(n => $"https://news.example/{n}/{new string('u', 2900)}")), (1, Gen.Const($"https://news.example/{new string('v', 4000)}")));
    private static readonly Gen<Paragraph> Said = Gen.OneOf(Text.Select(ReplySpan.Of), Number.Select(ReplySpan.Marker)).Array[0, 12].Select(spans => new Paragraph(spans));
    private static readonly Gen<IReadOnlyList<int>> Citations = Number.Array[0, 4].Select(numbers => (IReadOnlyList<int>)numbers);

    private static readonly Gen<ReplyBlock> Part = Gen.OneOf<ReplyBlock>(
        Said.Select(block => (ReplyBlock)block),
        Said.Array[0, 20].Select(items => (ReplyBlock)new BulletList(items)),
        Gen.Select(Text, Gen.Select(Text, Text.Null(), Citations, (value, asOf, n) => new DisagreementPosition(value, asOf, n)).Array[0, 4], (slot, positions) => (ReplyBlock)new Disagreement(slot, positions)),
        Gen.Select(Text, Gen.Select(Text, Text, Gen.Double[0, 1].Nullable(), Citations, (value, date, share, n) => new DevelopmentPoint(value, date, share, n)).Array[0, 6], (slot, points) => (ReplyBlock)new Development(slot, points)),
        Text.Select(text => (ReplyBlock)new Caveat(text)),
        Gen.Select(Url, Text.Null(), Text, Text.Null(), Gen.Bool, (url, who, title, date, isBrief) => new ArticleLink(url, who, title, date, isBrief)).Array[0, 4].Select(items => (ReplyBlock)new NearestArticles(items)),
        Text.Select(text => (ReplyBlock)new Progress(text)));

    private static readonly Gen<Source[]> Sources = Gen.Select(Url, Text.Null(), Text, Text.Null(), Gen.Bool, Text.Array[0, 3]).Array[0, 65].Select(all =>
        all.Select((source, i) => new Source(i + 1, source.Item1, source.Item2, source.Item3, source.Item4, source.Item5, [.. source.Item6.Select(quote => new SourceQuote(quote, []))])).ToArray());

    public static readonly Gen<Reply> Replies = Gen.Select(Part.Array[0, 60], Part.Array[0, 5], Sources, Text.Array[0, 5], Text.Null(), Gen.Bool, (parts, more, sources, questions, widened, isJudged) => new Reply("b6f1/r1",
    [
        .. parts,
        .. more.Length > 0 ? [new More(more)] : Array.Empty<ReplyBlock>(),
        new EvidenceStrip(["As of 12 Nov 2026", "5 articles, 3 independent"]),
        new Sources(sources),
        new FollowUps(questions, widened),
        .. isJudged ? [new FeedbackRequest([FeedbackVerdict.Helpful])] : Array.Empty<ReplyBlock>(),
    ]));

    /// <summary>No control sequence, no link, no mark-up of mrkdwn or markdown.</summary>
    public static void ShouldBeginNothing(string text)
    {
        text.ShouldNotMatch("[<>*~`]");
        text.ShouldNotMatch("&(?!amp;|lt;|gt;)");
        text.ShouldNotMatch(@"(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])");
        text.ShouldNotMatch(@"[@#][A-Za-z0-9]|\]\(|\]:|https?:/|(?m)^(&gt;|[#+-]|\d+[.)])");
        text.ShouldNotMatch("[\u202A-\u202E\u2066-\u2069]");
    }
}
