using CsCheck;
using SurvBot.Corpus.Feeds.Dates;

namespace SurvBot.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("2003", "2003")]
    [InlineData("2003-12", "2003-12")]
    [InlineData("2003-12-31", "2003-12-31")]
    [InlineData("20031231", "2003-12-31")]
    [InlineData("2003-335", "2003-12-01")]
    [InlineData("2003335", "2003-12-01")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.25-08:00", "2003-12-31T18:14:55.25Z")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("2003-12-31T10:14:55", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z")]
    [InlineData("2004-07-08 23:56:58.7", "2004-07-08T23:56:58.7Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 -0500", "2004-01-02T00:48:21Z")]
    [InlineData("Thu, 1 Jan 04 19:48 EST", "2004-01-02T00:48:00Z")]
    [InlineData("01 Jan 2004 19:48:21", "2004-01-01T19:48:21Z")]
    [InlineData("Thu 01 January 2004", "2004-01-01")]
    [InlineData("Thursday, January 01, 2004 7:48 PM", "2004-01-01T19:48:00Z")]
    [InlineData("Thu, Jan 01 2004 12:00:00 AM +0100", "2003-12-31T23:00:00Z")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Thu Jan  1 19:48:21 PST 2004", "2004-01-02T03:48:21Z")]
    [InlineData("Thu, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    [InlineData("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+0200", "2004-01-01T17:48:21Z")]
    [InlineData("Wed, 19 Aug 2009 18:28:00 Etc/GMT", "2009-08-19T18:28:00Z")]
    [InlineData("Mon, 1 Sept 2014 06:00:00 BST", "2014-09-01T05:00:00Z")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z")]
    [InlineData("Do, 11 Okt 2018 10:00:00 +0200", "2018-10-11T08:00:00Z")]
    [InlineData("13/04/2018 10:00", "2018-04-13T10:00:00Z")]
    public void Dates_are_read_as_precisely_as_they_are_written(string text, string expected) => FeedDate.Read(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("04/05/2018 10:00")]
    [InlineData("Wed, 31 Feb 2018 10:00:00 GMT")]
    [InlineData("2018-13-01")]
    [InlineData("2018-02-30T10:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Thu, 01 Jan 2004 25:00:00 GMT")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +9900")]
    [InlineData("9999999999")]
    public void What_is_no_day_is_no_date(string text) => FeedDate.Read(text).ShouldBeNull();

    [Fact]
    public void No_text_breaks_it() => Gen.OneOf(Gen.String, Gen.OneOf("2018", "-", "T", ":", " ", "12", "Jan", "+", "99", "pm", "Z").Array[0, 14].Select(parts => string.Concat(parts))).Sample(text => { FeedDate.Read(text); });
}
