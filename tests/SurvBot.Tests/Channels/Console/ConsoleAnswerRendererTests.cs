using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Console;

public sealed class ConsoleAnswerRendererTests
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
    public void A_refusal_shows_why_what_was_searched_and_the_nearest_articles() => Rendered(SomeAnswer.NotFound() with
    {
        Abstention = new Abstention(
            "No article in the corpus says who won.",
            new Searched(["world cup 2022 winner"], new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), ["CNN"]),
            [
                new NearestArticle("https://news.example/stadium", "Cameras in the stadium", "CNN", PartialDate.OfDay(2022, 11, 20)),
                new NearestArticle("https://news.example/undated", "Fans and faces", null, null),
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
        new ConsoleAnswerRenderer(console.Console).Render(SomeAnswer.Answered());
        console.Text.ShouldContain("round. \u001b[94m[1]\u001b[0m");
    }

    [Fact]
    public void What_strangers_wrote_commands_neither_the_terminal_nor_the_markup()
    {
        const string hostile = "\u001b[31m[red]x[/] \u202Eabc\u0007 [/][[oops";
        string text = Rendered(SomeAnswer.Answered($"{hostile} [1]") with
        {
            Citations = [SomeAnswer.Citation(1) with { Title = hostile, Publisher = hostile, Url = $"https://news.example/{hostile}" }],
            Conflicts = [new Conflict(hostile, [new Position(hostile, [1], null)])],
            Timeline = [new TimelineEntry(PartialDate.OfYear(2018), DatePrecision.Year, hostile, [1])],
            FollowUps = [new FollowUp(hostile, "x")],
            Abstention = new Abstention(hostile, new Searched([hostile], null, null, [hostile]), [new NearestArticle(hostile, hostile, hostile, null)]),
        });
        text.Split("[red]x[/] abc [/][[oops").Length.ShouldBeGreaterThan(10);
        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u202E');
        text.ShouldNotContain('\u0007');
    }

    private static string Rendered(Answer answer)
    {
        using var console = new PlainConsole();
        new ConsoleAnswerRenderer(console.Console).Render(answer);
        return console.Text;
    }
}
