using SurvBot.Answers;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Answers;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conflicts;

public sealed class ConflictingAnswersTests
{
    private static readonly ArticleDraft Low = Newsroom.Draft("low", "Lumora raised $60 million at a valuation of more than $300 million. It makes cameras for towns.", "2021-05-18", "Norvik Times");
    private static readonly ArticleDraft High = Newsroom.Draft("high", "A new round of funding gives Lumora a total valuation of more than $450 million, according to analyst firm Quill Data. Towns like it.", "2021-05-20", "Quay Post");
    private static readonly ArticleDraft Old = Newsroom.Draft("old", "Bankers said that Lumora was worth $100 million. That was a lot for a maker of cameras.", "2019-02-03", "Quay Post");
    private static readonly ArticleDraft Second = Newsroom.Draft("second", "The list names several makers. Lumora raised $75 million in a second round of funding in March 2021.", "2021-05-25", "The Ledger");
    private static readonly ArticleDraft Plan = Newsroom.Draft("plan", "Lumora is in talks about a round at a valuation of more than $900 million.", "2021-05-20", "The Ledger");

    [Fact]
    public async Task Both_values_are_told_with_who_and_when()
    {
        var answer = await AskAsync("How much is Lumora worth?", Low, High);

        answer.Status.ShouldBe(AnswerStatus.Conflicting);
        var conflict = answer.Conflicts.ShouldHaveSingleItem();
        conflict.Slot.ShouldBe("the valuation of Lumora");
        conflict.Positions.Select(position => (position.Value, position.AsOf?.ToString(), position.SaidBy)).ShouldBe(
            [("more than $450 million", "2021-05-20", "Quill Data, in Quay Post"), ("more than $300 million", "2021-05-18", "Norvik Times")]);
        answer.Text.ShouldContain("$300 million");
        answer.Text.ShouldContain("$450 million");
    }

    [Fact]
    public async Task Copies_of_one_text_are_one_voice()
    {
        var answer = await AskAsync("How much is Lumora worth?", Low, Low with { Url = "https://copy.example/low", Origin = "copy" }, High);

        answer.Conflicts.ShouldHaveSingleItem().Positions[0].Value.ShouldBe("more than $450 million");
    }

    [Fact]
    public async Task A_copy_in_slightly_other_words_is_no_further_voice()
    {
        const string Rest = " Its cameras hang in harbours, in schools, in tram depots and above the market squares of eleven towns on the northern coast. The mayor of one of them praised the firm at the fair last autumn, and the clerks who look after the recordings complained that nobody had asked them. A judge will hear both sides before the winter, and the council has put off its vote until then.";
        var low = Low with { Body = Low.Body + Rest };
        var answer = await AskAsync("How much is Lumora worth?", low, low with { Url = "https://copy.example/low", Origin = "copy", Body = low.Body.Replace("Lumora raised", "Lumora has raised") }, High);

        answer.Conflicts.ShouldHaveSingleItem().Positions[0].Value.ShouldBe("more than $450 million");
    }

    [Fact]
    public async Task What_was_so_earlier_and_what_is_only_planned_contradict_nothing() =>
        (await AskAsync("How much is Lumora worth?", Low, Old, Plan)).Conflicts.ShouldBeEmpty();

    [Fact]
    public async Task What_was_so_at_other_times_is_told_in_order()
    {
        var answer = await AskAsync("How much is Lumora worth?", Low, Old, Plan);

        var development = answer.Development.ShouldNotBeNull();
        development.Slot.ShouldBe("the valuation of Lumora");
        development.Values.Select(value => (value.Value, value.Number, value.Date.ToString())).ShouldBe([("$100 million", 100e6, "2019-02-03"), ("more than $300 million", 300e6, "2021-05-18")]);
    }

    [Fact]
    public async Task Counts_of_one_thing_at_other_times_are_told_in_order()
    {
        var answer = await AskAsync("How many photos does Lumora hold?",
            Newsroom.Draft("first", "Lumora holds 3 billion photos of faces. Towns like it.", "2020-02-10", "Quay Post"), Newsroom.Draft("second", "Lumora now holds 10 billion photos of faces. Towns fear it.", "2021-04-04", "The Ledger"));

        answer.Conflicts.ShouldBeEmpty();
        answer.Development.ShouldNotBeNull().Values.Select(value => value.Value).ShouldBe(["3 billion photos", "10 billion photos"]);
    }

    [Theory]
    [InlineData("Does Lumora sell cameras to landlords?", "Lumora sold cameras to landlords in Norvik last week. Tenants found out.", "A spokesman said that Lumora does not sell cameras to landlords. He gave no reason.", "sold", "does not sell")]
    [InlineData("Did Norvik ban cameras in schools?", "Norvik banned cameras in schools, its council said. Parents cheered.", "Norvik has not banned cameras in schools, said the mayor. The vote is open.", "banned", "has not banned")]
    [InlineData("Is Lumora profitable?", "Lumora is profitable, said its founder. It sells cameras.", "Lumora is not profitable, according to analysts. It sells cameras.", "is profitable", "is not profitable")]
    [InlineData("Did Lumora test cameras in prisons?", "Lumora tested cameras in prisons of Norvik. Guards told of it.", "Lumora denied testing cameras in prisons of Norvik. It sent a letter.", "tested", "denied testing")]
    public async Task Whether_something_is_so_can_be_contested(string question, string one, string other, string yes, string no)
    {
        var answer = await AskAsync(question, Newsroom.Draft("one", one, "2021-05-18", "Norvik Times"), Newsroom.Draft("other", other, "2021-05-20", "Quay Post"));

        answer.Status.ShouldBe(AnswerStatus.Conflicting);
        var conflict = answer.Conflicts.ShouldHaveSingleItem();
        conflict.Slot.ShouldBe("whether it is so");
        conflict.Positions.Select(position => position.Value).Order().ShouldBe(new[] { yes, no }.Order());
    }

    [Theory]
    [InlineData("Lumora sold cameras to landlords in Norvik.", "A mayor asked whether Lumora has not sold cameras to landlords in Norvik.")]
    [InlineData("Lumora sold cameras to landlords in Georgia.", "Lumora has not sold cameras to landlords in Pennsylvania.")]
    [InlineData("Lumora sold cameras to landlords in Norvik.", "Quillcam does not sell cameras to landlords.")]
    [InlineData("Lumora sold cameras to landlords in Norvik.", "Lumora does not sell pictures of children to advertisers abroad.")]
    [InlineData("Lumora sold cameras to landlords in Norvik but has not sold cameras to landlords in Oslo.", "Lumora has not sold cameras to landlords.")]
    [InlineData("Lumora will sell cameras to landlords.", "Lumora has not sold cameras to landlords.")]
    [InlineData("Lumora sells cameras to landlords in Norvik.", "Lumora sold cameras to landlords in Norvik.")]
    public async Task What_is_asked_or_of_something_else_contests_nothing(string one, string other) =>
        (await AskAsync("Did Lumora sell cameras to landlords?", Newsroom.Draft("one", $"{one} So it goes.", "2021-05-18", "Norvik Times"), Newsroom.Draft("other", $"{other} So it goes.", "2021-05-20", "Quay Post"))).Conflicts.ShouldBeEmpty();

    [Fact]
    public async Task What_is_no_longer_so_is_told_in_order()
    {
        var answer = await AskAsync("Does Lumora sell cameras to landlords?",
            Newsroom.Draft("one", "Lumora sells cameras to landlords. Tenants found out.", "2019-05-18", "Norvik Times"), Newsroom.Draft("other", "Lumora no longer sells cameras to landlords. Tenants cheered.", "2021-05-20", "Quay Post"));

        answer.Conflicts.ShouldBeEmpty();
        answer.Development.ShouldNotBeNull().Values.Select(value => value.Value).ShouldBe(["sells", "no longer sells"]);
    }

    [Fact]
    public async Task Values_of_one_moment_are_no_development() => (await AskAsync("How much is Lumora worth?", Low, High)).Development.ShouldBeNull();

    [Theory]
    [InlineData("Lumora was founded in 2014 by two students of Leeds.", "Lumora was founded in 2016 by two students from Leeds.", "2014", "2016")]
    [InlineData("Leeds banned the cameras of Lumora on 9 March 2021 by a vote of its council.", "The council of Leeds banned the cameras of Lumora on Monday in a vote.", "9 Mar 2021", "17 May 2021")]
    public async Task Dates_of_one_event_that_differ_are_told(string one, string other, string first, string second)
    {
        var answer = await AskAsync(one.Contains("founded", StringComparison.Ordinal) ? "When was Lumora founded?" : "When were the cameras of Lumora banned in Leeds?",
            Newsroom.Draft("one", one, "2021-05-18", "Norvik Times"), Newsroom.Draft("other", other, "2021-05-20", "Quay Post"));

        answer.Status.ShouldBe(AnswerStatus.Conflicting);
        answer.Conflicts.ShouldHaveSingleItem().Positions.Select(position => position.Value).ShouldBe([first, second], ignoreOrder: true);
        answer.Development.ShouldBeNull();
    }

    [Theory]
    [InlineData("Lumora was founded in 2014 by two students of Leeds.", "Lumora was founded in June 2014 by two students from Leeds.")]
    [InlineData("Lumora was founded in 2014 by two students of Leeds.", "Lumora was sold in 2016 by two students from Leeds.")]
    [InlineData("Lumora was founded in 2014 by two students of Leeds.", "Norvik was founded in 2016 by two students from Leeds.")]
    public async Task Dates_that_can_all_hold_are_no_conflict(string one, string other) =>
        (await AskAsync("When was Lumora founded?", Newsroom.Draft("one", one, "2021-05-18", "Norvik Times"), Newsroom.Draft("other", other, "2021-05-20", "Quay Post"))).Conflicts.ShouldBeEmpty();

    [Fact]
    public async Task Another_round_is_told_besides()
    {
        var answer = await AskAsync("How much did Lumora raise?", Low, High, Second);

        answer.Conflicts.ShouldBeEmpty();
        answer.Text.ShouldContain("$60 million");
        answer.Text.ShouldContain("$75 million in a second round");
    }

    [Theory]
    [InlineData("Who raised money?")]
    [InlineData("How many cameras does Lumora make?")]
    [InlineData("How much did Lumora raise?")]
    [InlineData("When was Lumora founded?")]
    public async Task Who_asks_for_something_else_hears_of_no_conflict(string question) => (await AskAsync(question, Low, High)).Conflicts.ShouldBeEmpty();

    [Fact]
    public async Task A_question_about_an_earlier_time_is_answered_from_it() => (await AskAsync("What was Lumora valued at in 2019?", Low, High, Old)).Conflicts.ShouldBeEmpty();

    private static async Task<Answer> AskAsync(string question, params ArticleDraft[] articles)
    {
        using var newsroom = await Newsroom.OpenAsync(articles);
        var answer = await newsroom.AskAsync(question);
        AnswerContract.ShouldHold(answer, await newsroom.ArticlesAsync());
        return answer;
    }
}
