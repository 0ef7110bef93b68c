using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Timelines;

public sealed class ChangesTests
{
    private static readonly ArticleDraft[] Megvii =
    [
        Newsroom.Draft("count", "Megvii has sold 300 cameras to schools across the county. York banned Megvii from its libraries in 2019.", "2020-02-03"),
        Newsroom.Draft("recount", "Megvii has by now sold 900 cameras to schools across the county. York banned Megvii from its libraries in 2019.", "2021-05-12", "CNN"),
        Newsroom.Draft("leeds", "Leeds sued Megvii over photographs of children on Monday.", "2021-04-14", "Wired"),
        Newsroom.Draft("fix", "Megvii is a maker of cameras. Correction: An earlier version of this story said that Megvii was founded in Leeds.", "2021-03-03", "CNN"),
    ];

    [Fact]
    public async Task What_is_new_what_replaces_an_older_figure_and_what_is_corrected_are_told_apart()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        var answer = await newsroom.AskSinceAsync("2021-03-01", "What is known about Megvii?");
        answer.Text.ShouldBe(
            """
            Since 1 Mar 2021: 1 new, 1 updated, 1 corrected on Megvii.

            3 Mar 2021 (published, corrected): Correction: An earlier version of this story said that Megvii was founded in Leeds. [1]

            12 Apr 2021 (new): Leeds sued Megvii over photographs of children on Monday. [2]

            12 May 2021 (published, updated): Megvii has by now sold 900 cameras to schools across the county. [3] Before, 3 Feb 2020 (published): Megvii has sold 300 cameras to schools across the county. [4]
            """);
        TimelineContract.ShouldHold(answer, await newsroom.ArticlesAsync());
        (await newsroom.AskSinceAsync("2021-03-01", "What is known about Megvii?")).Text.ShouldBe(answer.Text);
    }

    [Fact]
    public async Task Where_nothing_is_new_it_is_said()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        var answer = await newsroom.AskSinceAsync("2021-05-20", "What is known about Megvii?");
        answer.Abstention.ShouldNotBeNull();
        answer.Text.ShouldBe("Since 20 May 2021: nothing new on Megvii is in the corpus.");
    }

    [Theory]
    [InlineData("What is new on Megvii since March 2021?", "Since Mar 2021: 1 new, 1 updated, 1 corrected on Megvii.")]
    [InlineData("What has changed since 1 April 2021 about Megvii?", "Since 1 Apr 2021: 1 new, 1 updated on Megvii.")]
    [InlineData("what's new with Megvii in the last 30 days?", "Since 2 May 2021: 1 updated on Megvii.")]
    public async Task The_question_itself_may_name_the_date(string question, string opening)
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        (await newsroom.AskAsync(question)).Text.Split('\n')[0].ShouldBe(opening);
    }

    [Fact]
    public async Task What_an_older_article_said_is_not_new_when_it_is_said_again()
    {
        var later = Newsroom.Draft("later", "Schools across the county bought cameras of Megvii, clerks said.", "2021-03-05", "CNN");
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("early", "Schools across the county bought cameras of Megvii.", "2021-02-20"), later]);
        (await newsroom.AskSinceAsync("2021-03-01", "What is known about Megvii?")).Abstention.ShouldNotBeNull();
        using var unaware = await Newsroom.OpenAsync([later]);
        (await unaware.AskSinceAsync("2021-03-01", "What is known about Megvii?")).Timeline!.Single().Change.ShouldBe(TimelineChange.New);
    }

    [Fact]
    public async Task What_may_have_been_known_is_not_called_new()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("year", "Leeds sued Megvii over photographs of children.", "2021")]);
        (await newsroom.AskSinceAsync("2021-03-01", "What is known about Megvii?")).Abstention.ShouldNotBeNull();
        (await newsroom.AskSinceAsync("2021", "What is known about Megvii?")).Timeline!.Single().Change.ShouldBe(TimelineChange.New);
    }
}
