using CsCheck;
using SurvBot.Answers.Checking;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Checking;

public sealed class DraftCheckTests
{
    private static readonly SomeDraft Papers = SomeDraft.Over("Lumora sold 40 cameras to Harwick. The mayor thanked nobody.", "Orvex leased patrol drones to Port Sella.");

    private static readonly Gen<string> News = Gen.Select(
        Any.Of("Lumora", "The council of Harwick", "Orvex and Norvik", "A judge in Tessaly", "Police", "Mayor Tilda Brandt of Port Sella", "The U.S. agency", "It", "Nobody", "All towns"),
        Any.Of("banned", "did not buy", "allegedly sold", "plans to lease", "said it would drop", "was fined over", "reportedly stored", "hasn't deleted", "will keep", "led to"),
        Any.Of("40 cameras", "more than $2.4 million of scanners", "12 percent of the faces", "the first drones", "most of its 5G masts", "every record", "half the plates", "up to 500 files, 20 of them secret", "“raw material”"),
        Any.Of("", " in 2021", " on 4 May 2021", " on Monday", " last year", " since March 2020", " because residents protested", ", according to Norvik", ", the company said", " while Orvex was sued by Lumora"),
        Any.Of(".", "!", "?"),
        (who, does, what, more, end) => $"{who} {does} {what}{more}{end}");

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String, Gen.String[0, 200], News,
        Gen.OneOf("<b>", "</script>", "[1]", "**", "\u202E", "שלום עולם 5", "مرحبا", "人脸识别", "\uD800", "😀", "\0", "n't", "'s", "$", "U.S.", "in 2021", "$5 million", "\r\n", " and ", "not").Array[0, 12].Select(parts => string.Join(' ', parts)));

    [Theory]
    [InlineData()]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1, int.MaxValue)]
    public async Task A_sentence_that_cites_no_passage_is_stopped(params int[] cites)
    {
        var draft = new DraftedSentence("Lumora sold 40 cameras to Harwick.", cites);
        var found = await new DraftCheck(null, SurvBot.Answers.Claims.Aliases.AliasBook.Empty).CheckAsync(draft, Papers.Passages, TestContext.Current.CancellationToken);
        found.Objection.ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Citation);
        found.Quotations.ShouldBeEmpty();
        found.Sentence.ShouldBeSameAs(draft);
    }

    [Fact]
    public async Task Only_the_cited_passages_back_a_sentence()
    {
        await Papers.ShouldBackAsync("Lumora sold 40 cameras to Harwick.", 1);
        await Papers.ShouldBackAsync("Lumora sold 40 cameras to Harwick.", 7, 1);
        await Papers.ShouldStopAsync("Lumora sold 40 cameras to Harwick.", ObjectionKind.Wording, 2);
    }

    [Theory]
    [InlineData("Ferries to the islands run hourly on Sundays.")]
    [InlineData("")]
    [InlineData("…")]
    public Task What_tells_something_else_is_stopped(string sentence) => Papers.ShouldStopAsync(sentence, ObjectionKind.Wording);

    [Fact]
    public async Task Quotations_are_exact_words_of_the_body_best_first()
    {
        var found = await Papers.CheckAsync("Orvex leased patrol drones to Port Sella, and Lumora sold 40 cameras.");
        found.Objection.ShouldBeNull();
        found.Quotations.Select(quotation => quotation.Text).ShouldBe(["Orvex leased patrol drones to Port Sella.", "Lumora sold 40 cameras to Harwick."]);
        found.Quotations.ShouldAllBe(quotation => quotation.Article.Body.Substring(quotation.Span.Start, quotation.Span.Length) == quotation.Text);
    }

    [Fact]
    public async Task A_passage_gives_no_more_than_its_own_stretch_of_the_article()
    {
        var article = Some.Article(body: "Lumora sold 40 cameras to Harwick. Orvex leased drones to Port Sella.");
        var passages = new SomeDraft([NumberedPassage.Of(1, article, new TextSpan(0, 34))]);
        await passages.ShouldBackAsync("Lumora sold 40 cameras to Harwick.");
        await passages.ShouldStopAsync("Orvex leased drones to Port Sella.", ObjectionKind.Wording);
    }

    [Fact]
    public void Whatever_is_copied_word_for_word_is_backed() =>
        Gen.Select(News.Array[1, 6], Gen.Int[0, 5]).Sample((sentences, at) =>
        {
            string copied = sentences[at % sentences.Length];
            Check(SomeDraft.Over(string.Join(' ', sentences)), copied).Objection.ShouldBeNull();
        }, iter: 2_000, threads: 1);

    [Fact]
    public void No_text_breaks_it() =>
        Gen.Select(Anything, Anything).Sample((passage, sentence) =>
        {
            var found = Check(SomeDraft.Over(passage, "Lumora sold 40 cameras to Harwick on 4 May 2021."), sentence);
            found.Coverage.ShouldBeInRange(0, 1);
            found.Quotations.ShouldAllBe(quotation => quotation.Article.Body.Contains(quotation.Text, StringComparison.Ordinal));
        }, iter: 2_000, threads: 1);

    [Theory]
    [InlineData("a")]
    [InlineData("Lumora, ")]
    [InlineData("$5 million in 2021 and ")]
    [InlineData("Norvik was not sued by Orvex, said ")]
    [InlineData("<b>שלום</b> ")]
    public void A_sentence_of_ten_thousand_characters_is_checked_in_time(string piece)
    {
        string sentence = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Check(SomeDraft.Over(sentence, "Lumora sold 40 cameras to Harwick on 4 May 2021."), sentence);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    // Without an embedder nothing is waited for.
    private static CheckedSentence Check(SomeDraft passages, string sentence) => passages.CheckAsync(sentence).GetAwaiter().GetResult();
}
