using CsCheck;
using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Articles;

public sealed class PartialDateTests
{
    private static readonly Gen<PartialDate> AnyDate = DateBetween(DateTime.MinValue, DateTime.MaxValue);

    // Near enough to overlap often.
    private static readonly Gen<PartialDate> NearDate = DateBetween(new DateTime(2018, 12, 1), new DateTime(2019, 2, 1));

    [Fact]
    public void What_is_written_is_read_back_with_its_precision() => AnyDate.Sample(date =>
    {
        PartialDate.TryParse(date.ToString(), out var back).ShouldBeTrue(date.ToString());
        back.ShouldBe(date);
    });

    [Fact]
    public void A_date_overlaps_its_own_range_and_none_beside_it() => AnyDate.Where(d => d.End < DateTimeOffset.MaxValue).Sample(date =>
    {
        date.Overlaps(date.Start, date.End).ShouldBeTrue();
        date.Overlaps(null, date.Start).ShouldBeFalse();
        date.Overlaps(date.End, null).ShouldBeFalse();
        date.Overlaps(null, null).ShouldBeTrue();
    });

    [Fact]
    public void Overlap_is_the_same_from_both_sides() => Gen.Select(NearDate, NearDate).Sample((a, b) =>
        a.Overlaps(b.Start, b.End).ShouldBe(b.Overlaps(a.Start, a.End)));

    [Theory]
    [InlineData("2018-04-11T08:00:00-0700", "2018-04-11T15:00:00Z")]
    [InlineData("2018-04-11 08:00:00+02:00", "2018-04-11T06:00:00Z")]
    [InlineData("2018-04-11T08:00", "2018-04-11T08:00:00Z")]
    public void An_instant_is_kept_in_utc(string text, string expected)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();
        date.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("2018-02-30")]
    [InlineData("2018-13")]
    [InlineData("0000")]
    [InlineData("04/11/2018")]
    public void What_is_no_date_is_refused(string text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    private static Gen<PartialDate> DateBetween(DateTime first, DateTime last) =>
        from instant in Gen.DateTime[first, last].Select(d => new DateTimeOffset(DateTime.SpecifyKind(d, DateTimeKind.Utc)))
        from precision in Gen.Enum<DatePrecision>()
        select precision switch
        {
            DatePrecision.Year => PartialDate.OfYear(instant.Year),
            DatePrecision.Month => PartialDate.OfMonth(instant.Year, instant.Month),
            DatePrecision.Day => PartialDate.OfDay(instant.Year, instant.Month, instant.Day),
            _ => PartialDate.OfInstant(instant),
        };
}
