using SurvBot.Answers;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

public sealed class AnswerServiceTests
{
    [Theory, InlineData("Who bought cameras?"), InlineData("Timeline of cameras")]
    public async Task Only_the_publishers_that_are_wanted_answer(string question)
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018.", publisher: "CNN"), Newsroom.Draft("york", "York bought 12 cameras in April 2018.", publisher: "BBC")]);
        var all = await newsroom.Answers.AskAsync(new Question(question, Newsroom.Now), TestContext.Current.CancellationToken);
        all.Citations.Select(citation => citation.Publisher).Distinct().Count().ShouldBe(2);
        var some = await newsroom.Answers.AskAsync(new Question(question, Newsroom.Now) { Publishers = ["bbc"] }, TestContext.Current.CancellationToken);
        some.Citations.Select(citation => citation.Publisher).Distinct().ShouldBe(["BBC"]);
    }

    [Fact]
    public async Task An_answer_quotes_the_article_that_says_so()
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("leeds", "The city of Leeds bought 40 cameras in March 2018."),
            Newsroom.Draft("york", "York sold its drones to a farmer."),
        ]);
        var answer = await newsroom.AskAsync("How many cameras did Leeds buy?");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Text.ShouldBe("The city of Leeds bought 40 cameras in March 2018. [1]");
        answer.Citations.Single().Url.ShouldBe("https://news.example/leeds");
    }

    [Fact]
    public async Task What_was_published_later_is_neither_cited_nor_near()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.", "2021-05-20")]);
        (await newsroom.AskAsync("How many cameras did Leeds buy?", At("2021-05-20"))).Status.ShouldBe(AnswerStatus.Answered);
        var before = await newsroom.AskAsync("How many cameras did Leeds buy?", At("2021-05-19"));
        before.Abstention.ShouldNotBeNull().Nearest.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_latest_of_old_evidence_opens_with_its_date()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.", "2021-01")]);
        var late = await newsroom.AskAsync("What is the latest on the cameras of Leeds?", At("2021-06-01"));
        late.Status.ShouldBe(AnswerStatus.Stale);
        late.Text.ShouldStartWith("The newest article found on this is from Jan 2021.");
        (await newsroom.AskAsync("What is the latest on the cameras of Leeds?", At("2021-03-01"))).Status.ShouldBe(AnswerStatus.Answered);
        (await newsroom.AskAsync("What did Leeds buy?", At("2021-06-01"))).Status.ShouldBe(AnswerStatus.Answered);
    }

    [Fact]
    public async Task The_latest_opens_with_the_newest_evidence()
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("old", "The latest on the cameras of Leeds is that Leeds bought 40 cameras.", "2020-05-01"),
            Newsroom.Draft("new", "Leeds scrapped the cameras after a court ruled.", "2021-05-20"),
        ]);
        (await newsroom.AskAsync("What is the latest on the cameras of Leeds?")).Sentences[0].Text.ShouldBe("Leeds scrapped the cameras after a court ruled.");
    }

    [Theory]
    [InlineData("Leeds bought 40 cameras.[7]")]
    [InlineData("Leeds bought 40 cameras [1] in March.")]
    [InlineData("Leeds bought 40 [99] cameras.")]
    public async Task A_number_in_brackets_in_an_article_is_no_citation(string body)
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", body)]);
        AnswerContract.ShouldHold(await newsroom.AskAsync("How many cameras did Leeds buy?"), await newsroom.ArticlesAsync());
    }

    [Fact]
    public async Task A_null_character_in_an_article_harms_no_question()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("york", "York is \0 quiet. York sold its drones to a farmer."), Newsroom.Draft("leeds", "Leeds bought 40 cameras.")]);
        (await newsroom.AskAsync("How many cameras did Leeds buy?")).Text.ShouldBe("Leeds bought 40 cameras. [1]");
    }

    [Fact]
    public async Task Copies_of_one_text_are_one_voice()
    {
        const string body = "Leeds bought 40 cameras from a local shop near the station. The mayor of Leeds said that the old devices had failed again and again. Residents had complained about burglars since the winter. York sold its drones to a farmer who lives near the coast.";
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("first", body), Newsroom.Draft("second", body, publisher: "CNN")]);
        var answer = await newsroom.AskAsync("Which towns bought cameras and drones?");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Evidence.IndependentSources.ShouldBe(1);
        answer.Sentences.Select(sentence => sentence.Text).ShouldBeUnique();
    }

    [Fact]
    public async Task A_follow_up_is_answered_as_the_question_it_stands_for()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("megvii", "Alibaba funded Megvii."), Newsroom.Draft("sensetime", "Qualcomm funded SenseTime.")]);
        var answer = await newsroom.AskAsync("What about Megvii?", null, new Turn("Who funded SenseTime?", "Qualcomm funded SenseTime. [1]"));
        answer.Question.ShouldBe("What about Megvii?");
        answer.StandaloneQuestion.ShouldBe("Who funded Megvii?");
        answer.Text.ShouldStartWith("Alibaba funded Megvii. [1]");
    }

    [Theory]
    [InlineData("Who sold it?")]
    [InlineData("And in Leeds?")]
    [InlineData("why?")]
    public async Task What_leans_on_nothing_is_asked_back(string question)
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Why Leeds sold it: Leeds bought 40 cameras and sold it.")]);
        var answer = await newsroom.AskAsync(question);
        answer.Status.ShouldBe(AnswerStatus.NeedsClarification);
        answer.Text.ShouldBe("Who or what do you mean? Please name the company, place, person or technology.");
        answer.Abstention.ShouldNotBeNull().Nearest.ShouldBeEmpty();
        AnswerContract.ShouldHold(answer, await newsroom.ArticlesAsync());
    }

    [Fact]
    public async Task A_question_about_several_names_is_partly_answered_by_one()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("megvii", "Megvii sells cameras and SenseTime is quiet."), Newsroom.Draft("viper", "SenseTime sells Viper.")]);
        (await newsroom.AskAsync("Compare Megvii and SenseTime.")).Status.ShouldBe(AnswerStatus.Answered);
    }

    [Theory]
    [InlineData("What?", AnswerStatus.NeedsClarification)]
    [InlineData("", AnswerStatus.NeedsClarification)]
    [InlineData("Zebra quagga okapi?", AnswerStatus.OutOfScope)]
    [InlineData("How many cameras did Leeds buy in 2015?", AnswerStatus.NotFound)]
    [InlineData("What does the Bloomberg report say about Leeds?", AnswerStatus.NotFound)]
    public async Task What_cannot_be_answered_is_refused(string question, AnswerStatus status)
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.")]);
        (await newsroom.AskAsync(question)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task An_empty_corpus_refuses()
    {
        using var newsroom = await Newsroom.OpenAsync([]);
        (await newsroom.AskAsync("Who bought cameras?")).Status.ShouldBe(AnswerStatus.OutOfScope);
    }

    [Fact]
    public async Task Without_a_model_the_answer_says_that_only_keywords_were_searched()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.")], embeddings: false);
        var answer = await newsroom.AskAsync("How many cameras did Leeds buy?");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Diagnostics.Note.ShouldNotBeNull().ShouldContain("keyword search only");
    }

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse($"{day}T12:00:00Z");
}
