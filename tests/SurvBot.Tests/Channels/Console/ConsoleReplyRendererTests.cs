using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Console;

public sealed class ConsoleReplyRendererTests
{
    [Fact]
    public void An_answer_shows_text_evidence_sources_and_what_to_ask_next() => Rendered(SomeAnswer.Answered(
        "Alibaba led the $600 million round, said the company, which makes the software behind many of the country's cameras. [1]\nIts system Viper reads 1,000 cameras. [2]") with
    {
        Citations =
        [
            SomeAnswer.Citation(1),
            SomeAnswer.Citation(2, "https://news.example/a/very/long/address/that/does/not/fit/into/one/line/of/the/terminal") with { SourceKind = SourceKind.Brief, PublishedAt = PartialDate.OfMonth(2018, 5) },
        ],
        Evidence = new EvidenceSummary(2, 2, PartialDate.OfMonth(2018, 5), PartialDate.OfDay(2018, 4, 11)),
        FollowUps = [new FollowUp("What is Viper?", "definition"), new FollowUp("Who else invested?", "who")],
    }).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void Values_over_time_are_a_chart() => Rendered(SomeAnswer.Answered() with
    {
        Development = new SurvBot.Answers.Development("the valuation of SenseTime",
        [
            new DatedValue("over $1.5 billion", 1.5e9, PartialDate.OfMonth(2017, 7), [1]), new DatedValue("more than $3 billion", 3e9, PartialDate.OfDay(2018, 4, 9), [1]),
            new DatedValue("around $4.5 billion, two people with knowledge of the matter told Reuters", 4.5e9, PartialDate.OfYear(2018), [1]), new DatedValue("$1 million", 1e6, PartialDate.OfYear(2019), [1]),
        ]),
    }).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void A_refusal_shows_why_what_was_searched_and_the_nearest_articles() => Rendered(SomeAnswer.NotFound() with
    {
        Abstention = new Abstention(
            "No article in the corpus says who won.",
            new Searched(["world cup 2022 winner"], new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), ["CNN"]),
            [
                new NearestArticle("https://news.example/stadium", "Cameras in the stadium", "CNN", PartialDate.OfDay(2022, 11, 20)),
                new NearestArticle("https://news.example/undated", "Fans and faces", null, null, SourceKind.Brief),
            ]),
    }).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void A_disagreement_shows_every_position() => Rendered(SomeAnswer.Answered() with
    {
        Conflicts = [new Conflict("valuation", [new Position("more than $3 billion", [1], PartialDate.OfDay(2018, 4, 9)), new Position("$4.5 billion", [2], null)])],
    }).ShouldContain("Sources disagree on valuation:\n  - more than $3 billion (9 Apr 2018) [1]\n  - $4.5 billion [2]\n");

    [Fact]
    public void Markers_are_coloured()
    {
        using var console = new PlainConsole(colours: true);
        Render(ReplyComposer.Compose(SomeAnswer.Answered()), console);
        console.Text.ShouldContain("round. \u001b[94m[1]\u001b[0m");
    }

    [Fact]
    public void What_waits_elsewhere_is_shown_at_once() => Rendered(new Reply("r1", [SomeReply.Paragraph("One. "), new More([SomeReply.Paragraph("Two. "), SomeReply.Paragraph("Three. ")])])).ShouldBe("One. [1]\n\nTwo. [1]\n\nThree. [1]\n");

    [Fact]
    public void A_remark_before_the_answer_stands_apart_from_it() => Rendered(new Reply("r1", [new Caveat("Old."), SomeReply.Paragraph("One. ")])).ShouldBe("Old.\n\nOne. [1]\n");

    [Fact]
    public void An_article_without_an_address_is_named() => Rendered(new Reply("r1", [new Sources([SomeReply.Source(1) with { Url = "" }]), new NearestArticles([new ArticleLink("", "CNN", "Faces", null)])]))
        .ShouldBe("Sources\n[1] The Verge, “The money behind the cameras”, 11 Apr 2018\n\nNearest articles\n  CNN, “Faces”\n");

    [Fact]
    public void A_source_can_be_shown_with_its_quotes()
    {
        using var console = new PlainConsole();
        new TerminalPage(console.Console).Write(ConsoleReplyRenderer.Quoted(SomeReply.Source(2)));
        console.Text.ShouldBe("[2] The Verge, “The money behind the cameras”, 11 Apr 2018,\n    https://news.example/2\n    “Alibaba led the round.”\n");
    }

    [Theory]
    [InlineData("\u001b[31m[red]x[/] \u202Eabc\u0007 [/][[oops", "[red]x[/] abc [/][[oops")]
    [InlineData("\u001b]8;;https://evil.example\u0007link\u001b]8;;\u001b\\ \u2066[link=https://evil.example]b[/]\u2069", "link [link=https://evil.example]b[/]")]
    [InlineData("\u009b2Jgone\u200b [blink]", "gone [blink]")]
    public void What_strangers_wrote_commands_neither_the_terminal_nor_the_markup(string hostile, string harmless)
    {
        foreach (var block in SomeReply.EveryKind(hostile).Where(block => block is not FeedbackRequest))
        {
            string text = Rendered(new Reply("r1", [block]));
            text.ShouldContain(harmless);
            text.ShouldAllBe(character => character == '\n' || !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format);
        }
        using var console = new PlainConsole(width: 400);
        new TerminalPage(console.Console).Write(ConsoleReplyRenderer.Quoted(SomeReply.Source(1) with { Quotes = [new SourceQuote(hostile, [])] }));
        console.Text.ShouldContain($"“{harmless}”");
    }

    [Fact]
    public void A_command_that_a_title_leaves_open_swallows_nothing_else() =>
        Rendered(new Reply("r1", [new Sources([SomeReply.Source(1) with { Publisher = "CNN\u001b]0;", Title = "owned\u001b]0;x" }])])).ShouldBe("Sources\n[1] CNN, “owned”, 11 Apr 2018, https://news.example/1\n");

    private static string Rendered(Answer answer) => Rendered(ReplyComposer.Compose(answer), width: 80);

    private static string Rendered(Reply reply, int width = 400)
    {
        using var console = new PlainConsole(width);
        Render(reply, console);
        return console.Text;
    }

    private static void Render(Reply reply, PlainConsole console) => new TerminalPage(console.Console).Write(new ConsoleReplyRenderer().Render(reply));
}
