using SurvBot.Corpus.Retrieval;

namespace SurvBot.Tests.Retrieval;

public sealed class SearchGrammarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Publishers = ["CNN", "MIT Technology Review", "The Verge"];

    [Fact]
    public void Plain_words_stay_as_they_are()
    {
        var query = Parse("Who led SenseTime's  2018 round?");
        query.Text.ShouldBe("Who led SenseTime's 2018 round?");
        (query.AsOf, query.PublishedFrom, query.PublishedBefore).ShouldBe((Now, null, null));
        query.Publishers.ShouldBeEmpty();
        query.Phrases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("drones publisher:CNN", "CNN")]
    [InlineData("publisher:cnn drones", "CNN")]
    [InlineData("drones PUBLISHER:verge", "The Verge")]
    [InlineData("drones publisher:cnn.com", "CNN")]
    [InlineData("drones publisher:\"mit technology review\"", "MIT Technology Review")]
    [InlineData("drones publisher:“The Verge”", "The Verge")]
    public void A_publisher_is_found_in_whatever_spelling(string text, string expected)
    {
        var query = Parse(text);
        query.Publishers.ShouldBe([expected]);
        query.Text.ShouldBe("drones");
    }

    [Fact]
    public void Several_publishers_are_alternatives() => Parse("x publisher:CNN publisher:verge").Publishers.ShouldBe(["CNN", "The Verge"]);

    [Theory]
    [InlineData("x after:2018", "2018-01-01T00:00:00Z", null)]
    [InlineData("x after:2018-04", "2018-04-01T00:00:00Z", null)]
    [InlineData("x before:2018-04-11", null, "2018-04-11T00:00:00Z")]
    [InlineData("x after:2018-04-11T10:30:00Z before:\"2019\"", "2018-04-11T10:30:00Z", "2019-01-01T00:00:00Z")]
    public void Dates_bound_the_publication(string text, string? from, string? before)
    {
        var query = Parse(text);
        query.PublishedFrom.ShouldBe(Instant(from));
        query.PublishedBefore.ShouldBe(Instant(before));
        query.Text.ShouldBe("x");
    }

    [Fact]
    public void Quoted_words_must_stand_there_exactly_and_are_searched_for_too()
    {
        var query = Parse("chief \"big  deal in China\" surveillance");
        query.Phrases.ShouldBe(["big deal in China"]);
        query.Text.ShouldBe("chief big deal in China surveillance");
    }

    [Theory]
    [InlineData("the 6\" screen", "the 6\" screen")]
    [InlineData("\"\" face", "\"\" face")]
    [InlineData("ratio 3:1 site:cnn.com hereafter:2018", "ratio 3:1 site:cnn.com hereafter:2018")]
    public void What_only_looks_like_grammar_is_words(string text, string words)
    {
        var query = Parse(text);
        query.Text.ShouldBe(words);
        query.Phrases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x after:yesterday", "after:yesterday is not a date: write after:2018, after:2018-04 or after:2018-04-11, without a space.")]
    [InlineData("x before:2018-13", "before:2018-13 is not a date")]
    [InlineData("x after: 2018", "after: is not a date")]
    [InlineData("x publisher:mit", "No article is published by \"mit\": try \"MIT Technology Review\"; 'survbot articles list' names all publishers.")]
    [InlineData("x publisher:Nobody", "No article is published by \"Nobody\": try \"CNN\", \"MIT Technology Review\", \"The Verge\"")]
    [InlineData("x publisher:", "publisher: needs a name")]
    [InlineData("publisher:CNN after:2018", "There are no words to search for")]
    [InlineData("   ", "There are no words to search for")]
    [InlineData("x after:2019 before:2018", "Nothing lies between after: and before:")]
    public void Mistakes_are_told_in_one_line_that_names_the_fix(string text, string message)
    {
        string told = Should.Throw<SearchSyntaxException>(() => Parse(text)).Message;
        told.ShouldStartWith(message);
        told.ShouldNotContain('\n');
    }

    private static SearchQuery Parse(string text) => SearchGrammar.Parse(text, Now, Publishers);

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
