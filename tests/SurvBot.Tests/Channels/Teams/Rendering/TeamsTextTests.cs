using CsCheck;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams.Rendering;

public sealed class TeamsTextTests
{
    private const string Gap = "\u200B";

    [Theory]
    [InlineData("<at>Bot</at>", "&lt;at&gt;Bot&lt;/at&gt;")]
    [InlineData("![x](https://evil.example/p.png)", $@"!\[x\](https:{Gap}//evil.example/p.png)")]
    [InlineData("[click](javascript:alert(1))", $@"\[click\](javascript:{Gap}alert(1))")]
    [InlineData("see www.evil.example", $"see www.{Gap}evil.example")]
    [InlineData("mail ann@evil.example", $"mail ann@{Gap}evil.example")]
    [InlineData("*bold* _thin_ `code` ~gone~ | cell", @"\*bold\* \_thin\_ \`code\` \~gone\~ \| cell")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("- no item", @"\- no item")]
    [InlineData("2018. No list", @"2018\. No list")]
    [InlineData("no [12] citation", @"no \[12\] citation")]
    [InlineData("AT&T and R&amp;D", "AT&T and R&amp;amp;D")]
    [InlineData("right\u202Eto left\u2066", "rightto left")]
    [InlineData("two\n\nlines\tand \u0007 bells", "two lines and bells")]
    [InlineData("$600 million, 3.5% (2018)", "$600 million, 3.5% (2018)")]
    [InlineData("family 👨‍👩‍👧", "family 👨‍👩‍👧")]
    public void Strangers_words_stay_words(string text, string markdown) => TeamsText.Markdown(text, 1000).ShouldBe(markdown);

    [Theory]
    [InlineData("${evil}", $"${Gap}{{evil}}")]
    [InlineData("{{DATE(2018-04-11)}}", $"{{{Gap}{{DATE(2018-04-11)}}}}")]
    [InlineData("[x](y) *z*", "[x](y) *z*")]
    public void On_a_card_only_templates_and_addresses_are_more_than_words(string text, string shown) => TeamsText.ForCard(text, 1000).ShouldBe(shown);

    [Fact]
    public void Nothing_in_markdown_opens_a_link_a_tag_or_a_list() =>
        Any.Of("[", "]", "(", ")", "!", "<", ">", "at", "*", "_", "`", "#", "-", "1.", " ", "https://evil.example", "\\", "&lt;").Array[0, 14].Sample(parts =>
        {
            string markdown = TeamsText.Markdown(string.Concat(parts), 1000);
            markdown.ShouldNotMatch(@"(?<!\\)(\\\\)*[\[\]*_`]");
            markdown.ShouldNotMatch("[<>]|https://");
            markdown.ShouldNotMatch(@"^([#-]|\d+\.)");
        });
}
