using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Console;

public sealed class ConsoleSearchRendererTests
{
    private const string Body = "The city bought 200 cameras. " +
        "Officials said on Monday that the contract had been signed without a public hearing and that nobody on the council had been told about it before the vote was taken. " +
        "Detroit's police recognise faces with software that was banned elsewhere; the banning cities had called such software biased.";

    [Fact]
    public void An_article_shows_rank_title_publisher_date_snippet_and_address()
    {
        using var console = new PlainConsole();
        new ConsoleSearchRenderer(console.Console).Render(Result("ban", "softwar"));
        console.Text.ShouldMatchApproved(options => options.SubFolder("Approved"));
    }

    [Fact]
    public void Words_that_were_searched_for_are_bold()
    {
        using var console = new PlainConsole(width: 400, colours: true);
        new ConsoleSearchRenderer(console.Console).Render(Result("detroit", "camera"));
        console.Text.ShouldContain("\u001b[1mDetroit's\u001b[0m police");
    }

    [Theory]
    [InlineData("detroit", "Detroit's")]
    [InlineData("camera", "cameras")]
    public void A_snippet_stands_where_the_words_are(string term, string word)
    {
        var snippet = Snippet.Of(Body, new HashSet<string> { term }, 100);
        snippet.Text.Length.ShouldBeLessThanOrEqualTo(102);
        snippet.Text.ShouldContain(word);
        snippet.Matches.ShouldBe([word]);
    }

    [Fact]
    public void A_short_passage_is_shown_whole() => Snippet.Of("Short and  good.", new HashSet<string>(), 100).ShouldSatisfyAllConditions(s => s.Text.ShouldBe("Short and good."), s => s.Matches.ShouldBeEmpty());

    private static RetrievalResult Result(params string[] terms) => new(
        [Found("https://news.example/detroit", "Detroit [keeps] its cameras", "Free Press", PartialDate.OfMonth(2019, 9)), Found("https://news.example/undated", "Undated", null, null)],
        [.. terms.Select(term => new QueryTerm(term, term, 1))]);

    private static RetrievedPassage Found(string url, string title, string? publisher, PartialDate? published) => new(
        new Article { Url = url, Title = title, Publisher = publisher, PublishedAt = published, RetrievedAt = SomeAnswer.AsOf, Body = Body },
        new Passage(1, ArticleId.FromCanonicalUrl(url), 0, 0, Body.Length),
        new PassageScores(1, 1, 1, 1, 1, 0.5f));
}
