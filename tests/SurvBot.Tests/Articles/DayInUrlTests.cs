using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Articles;

public sealed class DayInUrlTests
{
    [Theory]
    [InlineData("https://news.example/2018/08/29/china-ai", "2018-08-29")]
    [InlineData("https://news.example/2018/8/9/china-ai", "2018-08-09")]
    [InlineData("https://news.example/china-ai-2018-08-29.html", "2018-08-29")]
    [InlineData("https://news.example/12018/08/29/", null)]
    [InlineData("https://news.example/2018/08-29/", null)]
    [InlineData("https://news.example/2018/13/29/", null)]
    [InlineData("https://news.example/2018/08/290017", null)]
    [InlineData("https://news.example/2018/02/30/2019/03/01/x", "2019-03-01")]
    [InlineData("", null)]
    public void The_day_stands_in_the_address(string url, string? day) => DayInUrl.Find(url)?.ToString().ShouldBe(day);
}
