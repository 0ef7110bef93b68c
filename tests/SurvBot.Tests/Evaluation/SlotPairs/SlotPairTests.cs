using SurvBot.Bot.Evaluation.SlotPairs;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Evaluation.SlotPairs;

public sealed class SlotPairTests
{
    private const string Body = "Ein Käse für 3 Euro.";

    [Fact]
    public void A_line_is_read_with_all_its_parts() =>
        SlotPair.Parse("""{"kind":"count cases","name":"not read","one":{"url":"https://news.example/a","start":3,"end":9,"sha256":"0a"},"other":{"url":"https://news.example/b","start":0,"end":5,"sha256":"0b"},"label":"development"}""")
            .ShouldBe(new SlotPair("count cases", new SentencePlace("https://news.example/a", 3, 9, "0a"), new SentencePlace("https://news.example/b", 0, 5, "0b"), PairLabel.Development));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"one":{"url":"a"},"other":{"url":"b"},"label":"same"}""")]
    [InlineData("""{"kind":"money","one":{"url":"a"},"label":"same"}""")]
    [InlineData("""{"kind":"money","one":{"url":"a"},"other":{"start":1},"label":"same"}""")]
    [InlineData("""{"kind":"money","one":{"url":"a"},"other":{"url":"b"},"label":"perhaps"}""")]
    [InlineData("""{"kind":"money","one":{"url":"a"},"other":{"url":"b"}}""")]
    public void What_is_no_pair_is_refused(string line) => Should.Throw<FormatException>(() => SlotPair.Parse(line));

    [Fact]
    public void A_sentence_is_known_by_its_place_and_its_text()
    {
        var article = Some.Article(body: Body);
        var place = new SentencePlace(article.Url, 4, 8, SomePairs.Sha256("Käse"));
        place.IsIn(article).ShouldBeTrue();
        place.IsIn(article with { Body = "Ein Kuse für 3 Euro." }).ShouldBeFalse();
        (place with { Start = 3 }).IsIn(article).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, 21)]
    [InlineData(8, 4)]
    [InlineData(4, 4)]
    public void A_place_outside_of_the_body_is_not_there(int start, int end) => new SentencePlace(Some.Url("a"), start, end, SomePairs.Sha256("")).IsIn(Some.Article("a", Body)).ShouldBeFalse();
}
