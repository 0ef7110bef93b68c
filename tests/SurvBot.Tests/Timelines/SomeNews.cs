using CsCheck;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Timelines;

/// <summary>Invented corpora about a company, and instants to ask at.</summary>
internal static class SomeNews
{
    private static readonly string[] Days = ["2017", "2018-04", "2018-04-11", "2018-12-31T23:00:00Z", "2019-06-02", "2020", "2020-05-12T22:30:00Z", "2021-05-20"];

    public static readonly Gen<string> Dates = Any.Of("2017", "2018-04", "2018-04-11", "2019", "2020-05-12", "2021-05");

    public static readonly Gen<DateTimeOffset> Instants = Gen.Select(Gen.Int[2016, 2022], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 23], (year, month, day, hour) => new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero));

    public static readonly Gen<string> Questions = Any.Of(
        "What is the latest on Megvii?", "How many cameras has Megvii sold so far?", "What happened to Megvii this week?", "What did Megvii buy in 2019?", "What is new on Megvii since 2018?", "What has happened with Megvii since April 2018?",
        "What is the history of Megvii?", "What has Megvii done since the ban?");

    private static readonly Gen<string> Sentence = Gen.Select(
        Any.Of("Megvii", "The company", "York", "Ada Marlow of Megvii"),
        Any.Of("sold 40 cameras", "sold 2,000 cameras", "banned Megvii", "raised $40 million", "raised $75 million from a fund in Oslo", "said that Megvii would leave"),
        Any.Of("", " on Monday", " last week", " in March 2018", " on May 3", " two years ago", " in 2030", " last year", " since 2016"),
        (who, what, when) => $"{who} {what}{when}.");

    private static readonly Gen<ArticleDraft> Article = Gen.Select(Sentence.Array[1, 4], Any.Of<string?>([.. Days, null]), Any.Of<string?>("CNN", "Wired", null), Gen.Bool, (sentences, published, publisher, corrected) =>
        Newsroom.Draft("a", string.Join(' ', corrected ? [.. sentences, "Correction: An earlier version of this story gave the wrong number of cameras."] : sentences), published, publisher));

    public static readonly Gen<ArticleDraft[]> Articles = Article.Array[1, 6].Select(articles => articles.Select((article, i) => article with { Url = $"{article.Url}{i}" }).ToArray());
}
