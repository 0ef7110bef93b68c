using CsCheck;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Tests.Understanding;

public sealed class TimeExpressionsTests
{
    // A Wednesday in UTC; already Thursday where it is asked.
    private static readonly DateTimeOffset AsOf = new(2020, 5, 14, 1, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("What happened today?", "2020-05-13", "2020-05-14")]
    [InlineData("What happened yesterday?", "2020-05-12", "2020-05-13")]
    [InlineData("What happened this week?", "2020-05-07", "2020-05-14")]
    [InlineData("What happened last week?", "2020-05-04", "2020-05-11")]
    [InlineData("What happened this month?", "2020-05-01", "2020-05-14")]
    [InlineData("What happened last month?", "2020-04-01", "2020-05-01")]
    [InlineData("What happened this year?", "2020-01-01", "2020-05-14")]
    [InlineData("What happened last year?", "2019-01-01", "2020-01-01")]
    [InlineData("What happened over the last year?", "2019-05-13", "2020-05-14")]
    [InlineData("What happened in the last week?", "2020-05-06", "2020-05-14")]
    [InlineData("What happened in the past week?", "2020-05-06", "2020-05-14")]
    [InlineData("What happened in the past three weeks?", "2020-04-22", "2020-05-14")]
    [InlineData("What happened in the last 10 days?", "2020-05-03", "2020-05-14")]
    [InlineData("What happened in the past couple of months?", "2020-03-13", "2020-05-14")]
    public void Words_relative_to_the_asking_speak_of_publication(string question, string from, string to)
    {
        var range = TimeExpressions.Find(question, AsOf).ShouldNotBeNull();
        (range.From, range.To, range.Axis).ShouldBe((Day(from), Day(to), TimeAxis.Published));
        question.ShouldContain(range.Phrase);
    }

    [Theory]
    [InlineData("What happened in March 2018?", "2018-03-01", "2018-04-01")]
    [InlineData("What happened in early 2018?", "2018-01-01", "2019-01-01")]
    [InlineData("What happened since 2019?", "2019-01-01", null)]
    [InlineData("What happened since the ban began on 3 March 2020?", "2020-03-03", null)]
    [InlineData("What did they say after the vote in June 2019?", "2019-07-01", null)]
    [InlineData("What happened after 2019?", "2020-01-01", null)]
    [InlineData("What happened before April 2020?", null, "2020-04-01")]
    [InlineData("What happened until April 2020?", null, "2020-05-01")]
    [InlineData("What happened by the end of 2021?", null, "2022-01-01")]
    [InlineData("What happened between 2018 and 2020?", "2018-01-01", "2021-01-01")]
    [InlineData("What happened from 2018 to March 2020?", "2018-01-01", "2020-04-01")]
    [InlineData("What happened on 11 April 2018?", "2018-04-11", "2018-04-12")]
    [InlineData("What happened on April 11th, 2018?", "2018-04-11", "2018-04-12")]
    [InlineData("What happened on Sept. 3, 2019?", "2019-09-03", "2019-09-04")]
    [InlineData("What happened on 2018-04-11?", "2018-04-11", "2018-04-12")]
    [InlineData("What happened in 2018-04?", "2018-04-01", "2018-05-01")]
    [InlineData("What happened on 31 February 2019?", "2019-02-01", "2019-03-01")]
    [InlineData("What happened in April?", "2020-04-01", "2020-05-01")]
    [InlineData("What happened in June?", "2019-06-01", "2019-07-01")]
    [InlineData("Did they march in 2020?", "2020-01-01", "2021-01-01")]
    public void Dates_speak_of_what_happened(string question, string? from, string? to)
    {
        var range = TimeExpressions.Find(question, AsOf).ShouldNotBeNull();
        (range.From, range.To, range.Axis).ShouldBe((Day(from), Day(to), TimeAxis.Event));
        question.ShouldContain(range.Phrase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Who founded Clearview?")]
    [InlineData("Did they march on the town hall?")]
    [InlineData("Whom may the police watch?")]
    [InlineData("Where are the 2,018 cameras?")]
    [InlineData("Who paid $2018m?")]
    [InlineData("Who paid $2018?")]
    [InlineData("Whose error rate was 0.2018?")]
    [InlineData("Who grew by 2018%?")]
    [InlineData("Who sold 12018 cameras?")]
    [InlineData("Who sold the FR2019?")]
    public void Figures_and_verbs_are_no_dates(string question) => TimeExpressions.Find(question, AsOf).ShouldBeNull();

    [Fact]
    public void A_range_that_is_named_backwards_is_the_same_range() =>
        TimeExpressions.Find("What happened between 2020 and 2018?", AsOf).ShouldBe(TimeExpressions.Find("What happened between 2018 and 2020?", AsOf)! with { Phrase = "between 2020 and 2018" });

    [Fact]
    public void Every_range_runs_forward() => Gen.OneOf("in", "since", "between", "and", "to", "March", "May", "2018", "2020", "the", "last", "week", "31", "April", "past", "999", "years", "by", ",", "$", ".")
        .Array[0, 12].Select(words => string.Join(' ', words))
        .Sample(question => TimeExpressions.Find(question, AsOf) is not { From: { } from, To: { } to } || from < to);

    [Fact]
    public void Any_characters_get_an_answer() => Gen.String.Sample(text => TimeExpressions.Find(text, AsOf) is null or { Phrase.Length: > 0 });

    private static DateTimeOffset? Day(string? text) => text is null ? null : DateTimeOffset.Parse($"{text}T00:00:00Z");
}
