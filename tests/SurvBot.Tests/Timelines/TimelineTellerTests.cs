using CsCheck;
using SurvBot.Answers;
using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Timelines;

public sealed class TimelineTellerTests
{
    private static readonly ArticleDraft[] Megvii =
    [
        Newsroom.Draft("plans", "Megvii opened a laboratory in Leeds in March 2018. The town had waited for years.", "2019-02-11"),
        Newsroom.Draft("round", "Megvii raised $40 million on Monday from a fund in Oslo that had courted it for years.", "2019-05-08", "CNN"),
        Newsroom.Draft("echo", "On May 6 Megvii raised some $40 million from the fund in Oslo.", "2019-05-09", "Wired"),
        Newsroom.Draft("ban", "York banned the cameras of Megvii from its schools and libraries.", "2020-11-30"),
        Newsroom.Draft("other", "Clearview sold drones in 2019.", "2020-01-02"),
    ];

    [Fact]
    public async Task Events_stand_in_order_each_with_its_date_its_words_and_who_says_so()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        var answer = await newsroom.TellAsync("Megvii");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Text.ShouldBe(
            """
            What the articles tell of Megvii, in order:

            Mar 2018: Megvii opened a laboratory in Leeds in March 2018. [1]

            6 May 2019: Megvii raised $40 million on Monday from a fund in Oslo that had courted it for years. [2] [3]

            30 Nov 2020 (published): York banned the cameras of Megvii from its schools and libraries. [4]
            """);
        answer.Timeline.ShouldNotBeNull().Select(entry => (entry.Date.ToString(), entry.Precision, entry.Clock)).ShouldBe(
        [
            ("2018-03", DatePrecision.Month, TimelineClock.Event), ("2019-05-06", DatePrecision.Day, TimelineClock.Event), ("2020-11-30", DatePrecision.Day, TimelineClock.Published),
        ]);
        TimelineContract.ShouldHold(answer, await newsroom.ArticlesAsync());
    }

    [Fact]
    public async Task A_period_leaves_out_what_lies_outside()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        (await newsroom.TellAsync("Megvii", from: "2019")).Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2019-05-06", "2020-11-30"]);
        (await newsroom.TellAsync("Megvii", to: "2019-05-06")).Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2018-03", "2019-05-06"]);
        (await newsroom.TellAsync("Megvii", asOf: Some.Instant("2019-05-08"))).Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2018-03", "2019-05-06"]);
    }

    [Fact]
    public async Task Nobody_who_is_not_spoken_of_has_a_timeline()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        var answer = await newsroom.TellAsync("Rekognition");
        answer.Abstention.ShouldNotBeNull();
        answer.Timeline.ShouldBeNull();
        TimelineContract.ShouldHold(answer, await newsroom.ArticlesAsync());
    }

    [Fact]
    public async Task Two_sums_of_one_day_are_two_events()
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("first", "Megvii raised $40 million from a fund in Oslo on May 6, 2019."),
            Newsroom.Draft("second", "Megvii raised $75 million from a fund in Oslo on May 6, 2019.", publisher: "CNN"),
        ]);
        (await newsroom.TellAsync("Megvii")).Timeline!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_surname_does_where_the_article_gives_the_whole_name()
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("one", "Ada Marlow founded a firm in Leeds in 2011. Marlow sold it to a rival in 2014."),
            Newsroom.Draft("two", "The village of Marlow bought a camera in 2012."),
        ]);
        (await newsroom.TellAsync("Ada Marlow")).Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2011", "2014"]);
    }

    [Fact]
    public async Task Under_a_title_that_names_the_subject_a_sentence_may_leave_it_open_but_not_name_another()
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("Megvii", "Megvii makes cameras. In July 2017, the town sued over the photographs. In August 2017 Clearview opened a shop.", "2020-02-03"),
            Newsroom.Draft("Rite Aid", "Rite Aid closed a shop in 2019.", "2020-02-03"),
            Newsroom.Draft("roads", "The JRA agency closed a road to Aidan in 2018.", "2020-02-03"),
        ]);
        (await newsroom.TellAsync("Megvii")).Timeline!.Select(entry => entry.Date.ToString()).ShouldContain("2017-07");
        (await newsroom.TellAsync("Megvii")).Text.ShouldNotContain("Clearview");
        (await newsroom.TellAsync("Rite Aid")).Timeline!.Single().Date.ToString().ShouldBe("2019");
    }

    [Theory]
    [InlineData("What is the history of Megvii?")]
    [InlineData("Show me a timeline of Megvii")]
    [InlineData("How did Megvii develop over time?")]
    public async Task A_question_for_a_history_is_answered_by_the_timeline(string question)
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        var answer = await newsroom.AskAsync(question);
        answer.Interpretation!.Intent.ShouldBe("timeline");
        answer.Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2018-03", "2019-05-06", "2020-11-30"]);
    }

    [Fact]
    public async Task What_happened_since_a_date_begins_with_that_date()
    {
        using var newsroom = await Newsroom.OpenAsync(Megvii);
        (await newsroom.AskAsync("What has happened with Megvii since June 2019?")).Timeline!.Select(entry => entry.Date.ToString()).ShouldBe(["2020-11-30"]);
        // Nobody can tell when that was: it is a question as any other.
        (await newsroom.AskAsync("What has happened with Megvii since the flood?")).Timeline.ShouldBeNull();
    }

    [Fact]
    public void The_order_in_which_articles_come_changes_nothing()
    {
        var articles = Megvii.Append(Newsroom.Draft("late", "In 2019 Megvii sold cameras to York.", null, null)).Select(Stored).ToList();
        string expected = Told(articles);
        expected.ShouldContain("2019");
        Gen.Shuffle(articles.ToArray()).Sample(shuffled => Told(shuffled) == expected, iter: 200);
    }

    [Fact]
    public async Task Nothing_that_was_published_later_is_ever_told() =>
        await Gen.Select(SomeNews.Articles, SomeNews.Instants, SomeNews.Dates, SomeNews.Questions).SampleAsync(async (articles, asOf, since, question) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles);
            var stored = await newsroom.ArticlesAsync();
            TimelineContract.ShouldHold(await newsroom.TellAsync("Megvii", asOf: asOf), stored);
            TimelineContract.ShouldHold(await newsroom.AskSinceAsync(since, "What is known about Megvii?", asOf), stored);
            TimelineContract.NothingShouldBeLater(await newsroom.AskAsync(question, asOf), stored);
        }, iter: 40, threads: 2);

    private static string Told(IEnumerable<Article> articles)
    {
        var subject = new TimelineSubject("Megvii", new Dictionary<string, string>());
        var merged = EventMerger.Merge(new EventFinder(subject, Newsroom.Now).Find(articles), new SameEvent(subject));
        return string.Join('\n', merged.Select(one => $"{one.Best.Date} {one.Best.Text} {string.Join(' ', one.Others.Select(other => other.Article.Url))}"));
    }

    private static Article Stored(ArticleDraft draft) => Newsroom.Candidate(draft).Article;
}
