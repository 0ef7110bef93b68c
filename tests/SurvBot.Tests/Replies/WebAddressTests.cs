using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Replies;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://news.example/a?b=c&d=%20")]
    [InlineData("http://news.example:8080/")]
    [InlineData("https://xn--bcher-kva.example/%E4%BA%BA")]
    public void An_address_of_the_web_leaves_as_it_is(string address) => WebAddress.OrEmpty(address).ShouldBe(address);

    [Theory]
    [InlineData("file:///srv/notes.md")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//news.example/")]
    [InlineData("/news")]
    [InlineData("https://")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("https://news.example/a b")]
    [InlineData("https://news.example/\"><script>")]
    [InlineData("https://news.example/a|b>")]
    [InlineData("https://news.example/\u202Egnp.exe")]
    [InlineData("https://news.example/\u001b[31m")]
    [InlineData("https://news.example/a\nb")]
    [InlineData("")]
    public void Nothing_else_is_a_link(string address) => WebAddress.OrEmpty(address).ShouldBeEmpty();
}
