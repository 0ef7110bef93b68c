using System.Globalization;
using CsCheck;
using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Timelines;

public sealed class EventDatesTests
{
    // A Tuesday.
    private const string Published = "2018-04-10";

    private static readonly Gen<PartialDate> Publications = Gen.Select(Gen.Int[2001, 2030], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 3], (year, month, day, precision) => precision switch
    {
        0 => PartialDate.OfYear(year),
        1 => PartialDate.OfMonth(year, month),
        2 => PartialDate.OfDay(year, month, day),
        _ => PartialDate.OfInstant(new DateTimeOffset(year, month, day, 23, 30, 0, TimeSpan.Zero)),
    });

    private static readonly Gen<string> Relatives = Gen.OneOf(
        "on Tuesday", "yesterday", "today", "last week", "this week", "two years ago", "earlier this month", "last month", "last year", "on May 3", "last July", "in December", "over the weekend",
        "three days ago", "a week ago", "10 months ago", "last Friday", "9 April", "Feb. 29", "last night", "earlier this year");

    [Theory]
    [InlineData("Leeds bought cameras on April 9, 2018.", "2018-04-09")]
    [InlineData("Leeds bought cameras on 9 April 2018.", "2018-04-09")]
    [InlineData("Leeds bought cameras on the 9th of April, 2018.", "2018-04-09")]
    [InlineData("Leeds bought cameras on 2018-04-09.", "2018-04-09")]
    [InlineData("Leeds bought cameras in March 2018.", "2018-03")]
    [InlineData("Leeds bought cameras in 2017.", "2017")]
    [InlineData("Back in late 2017, Leeds bought cameras.", "2017")]
    [InlineData("In the summer of 2017, Leeds bought cameras.", "2017")]
    [InlineData("Leeds bought cameras on Apr. 9.", "2018-04-09")]
    public void A_date_that_is_written_out_has_the_precision_it_is_written_with(string sentence, string expected) => Find(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Leeds bought cameras on May 3.", "2017-05-03")]
    [InlineData("Leeds bought cameras on March 3.", "2018-03-03")]
    [InlineData("Leeds bought cameras on April 10.", "2018-04-10")]
    [InlineData("Leeds bought cameras last July.", "2017-07")]
    [InlineData("Leeds bought cameras last April.", "2017-04")]
    [InlineData("Leeds bought cameras in December.", "2017-12")]
    [InlineData("Leeds bought cameras on Feb. 29.", "2016-02-29")]
    public void A_date_without_its_year_is_the_nearest_not_after_publication(string sentence, string expected) => Find(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Leeds bought cameras on Tuesday.", "2018-04-10")]
    [InlineData("Leeds bought cameras on Wednesday.", "2018-04-04")]
    [InlineData("Leeds bought cameras last Tuesday.", "2018-04-03")]
    [InlineData("Yesterday Leeds bought cameras.", "2018-04-09")]
    [InlineData("Leeds bought cameras three days ago.", "2018-04-07")]
    [InlineData("Leeds bought cameras over the weekend.", "2018-04")]
    [InlineData("Leeds bought cameras last week.", "2018-04")]
    [InlineData("Leeds bought cameras two weeks ago.", "2018")]
    [InlineData("Leeds bought cameras earlier this month.", "2018-04")]
    [InlineData("Leeds bought cameras last month.", "2018-03")]
    [InlineData("Leeds bought cameras two years ago.", "2016")]
    public void A_date_told_from_today_is_counted_from_publication(string sentence, string expected) => Find(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Leeds bought cameras on Tuesday.", "2018-04")]
    [InlineData("Leeds bought cameras last month.", "2018")]
    [InlineData("Leeds bought cameras on April 9.", "2018")]
    [InlineData("Leeds bought cameras last year.", null)]
    [InlineData("Leeds bought cameras in December.", null)]
    public void Nothing_is_made_up_where_the_publication_is_less_known_than_the_words_need(string sentence, string? published) => Find(sentence, published).ShouldBeNull();

    [Theory]
    [InlineData("Leeds bought cameras.")]
    [InlineData("Leeds has had cameras since 2016.")]
    [InlineData("Leeds will have bought them by May.")]
    [InlineData("Leeds said it would buy cameras in 2030.")]
    [InlineData("Leeds bought 2016 cameras.")]
    [InlineData("Leeds may buy cameras and march on.")]
    [InlineData("Leeds bought cameras a few weeks ago.")]
    [InlineData("Leeds bought cameras more than two years ago.")]
    [InlineData("Leeds opens every Monday, bought or not.")]
    public void What_dates_no_event_is_no_date(string sentence) => Find(sentence).ShouldBeNull();

    [Theory]
    [InlineData("Leeds, founded in 1207, bought cameras on Monday.", "2018-04-09")]
    [InlineData("On Monday Leeds bought cameras that it had first seen during a fair in March 2017.", "2018-04-09")]
    [InlineData("After a fair in March 2017 in York and in Hull, Leeds bought cameras on Monday.", "2018-04-09")]
    [InlineData("On Monday, April 9, Leeds bought cameras.", "2018-04-09")]
    [InlineData("Leeds bought cameras on Monday, March 5.", "2018-03-05")]
    public void Of_several_dates_the_one_nearest_to_the_verb_counts(string sentence, string expected) => Find(sentence).ShouldBe(expected);

    [Fact]
    public void Words_told_from_today_never_lead_past_publication() =>
        Gen.Select(Relatives, Publications).Sample((words, published) =>
            EventDates.Find($"Leeds bought cameras {words}.", published) is not { } date || date.Start < published.End);

    [Fact]
    public void A_date_is_never_finer_than_its_words() =>
        Gen.Select(Gen.OneOf("last week", "this week", "last month", "last July", "in December", "two years ago", "in 2017", "in March 2018", "over the weekend"), Publications).Sample((words, published) =>
            EventDates.Find($"Leeds bought cameras {words}.", published) is not { } date || date.Precision <= (words.Contains("year") || words.Contains("2017") ? DatePrecision.Year : DatePrecision.Month));

    [Fact]
    public void No_sentence_is_too_odd() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.Select(Relatives, Gen.OneOf("-", "99", "31", "0", " 2019", "[1]", "’s", "\n", ", "), Relatives, (a, b, c) => $"X sold {a}{b}{c}")), Publications, Gen.Bool)
            .Sample((sentence, published, known) => EventDates.Find(sentence, known ? published : null) is not { } date || date.Start.Year > 1000);

    [Fact]
    public void The_oldest_and_the_newest_publication_do_no_harm()
    {
        foreach (string published in (string[])["0001", "0001-01-01", "9999", "9999-12-31"])
            Relatives.Sample(words => EventDates.Find($"Leeds bought cameras {words}.", Some.Date(published)) is var date && (date is null || date.Value.Start.Year.ToString(CultureInfo.InvariantCulture).Length > 0), iter: 50);
    }

    private static string? Find(string sentence, string? published = Published) => EventDates.Find(sentence, published is null ? null : Some.Date(published))?.ToString();
}
