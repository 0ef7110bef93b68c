using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Support;

/// <summary>Arbitrary parts of replies.</summary>
internal static class SomeReply
{
    public static Paragraph Paragraph(string text = "Alibaba led the round. ", int citation = 1) => new([ReplySpan.Of(text), ReplySpan.Marker(citation)]);

    /// <summary>One block of every kind, with <paramref name="word"/> wherever strangers' words can stand.</summary>
    public static IReadOnlyList<ReplyBlock> EveryKind(string word = "quagga") =>
    [
        Paragraph($"{word} "),
        new BulletList([Paragraph($"9 Apr 2018: {word} ")]),
        new Disagreement(word, [new DisagreementPosition(word, "9 Apr 2018", [1]), new DisagreementPosition(word, null, [2])]),
        new Development(word, [new DevelopmentPoint(word, "Jul 2017", 0.333, [1]), new DevelopmentPoint("$3 billion", "9 Apr 2018", 0.667, [2]), new DevelopmentPoint("$4.5 billion", "11 Apr 2018", 1, [1, 2])]),
        new Caveat(word),
        new EvidenceStrip(["As of 12 Nov 2026", word]),
        new Sources([Source(1) with { Title = word, Publisher = word }, Source(2) with { Publisher = word, IsBrief = true }, Source(3) with { Url = "", Title = word, Publisher = null, Date = null }]),
        new NearestArticles([new ArticleLink("https://news.example/near", word, word, "9 Apr 2018"), new ArticleLink("", null, word, null)]),
        new More([Paragraph($"{word} ")]),
        new FollowUps([word]),
        new FeedbackRequest([.. Enum.GetValues<FeedbackVerdict>()]),
        new Progress(word),
    ];

    public static Source Source(int n) => new(n, $"https://news.example/{n}", "The Verge", "The money behind the cameras", "11 Apr 2018", false, [new SourceQuote("Alibaba led the round.", [new QuoteMark(0, 7)])]);
}
