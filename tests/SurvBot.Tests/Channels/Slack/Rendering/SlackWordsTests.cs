using CsCheck;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Rendering;

public sealed class SlackWordsTests
{
    private const string Gap = "\u200B";

    [Theory]
    [InlineData("<!channel> <!here>", "&lt;!channel&gt; &lt;!here&gt;")]
    [InlineData("<@U012AB> <#C012AB> <!subteam^S1>", $"&lt;@{Gap}U012AB&gt; &lt;#{Gap}C012AB&gt; &lt;!subteam^S1&gt;")]
    [InlineData("<http://evil.example|x>", $"&lt;http:{Gap}//evil.example|x&gt;")]
    [InlineData("[x](https://evil.example)", $"[x]{Gap}(https:{Gap}//evil.example)")]
    [InlineData("@channel, ask ann@evil.example in #general", $"@{Gap}channel, ask ann@{Gap}evil.example in #{Gap}general")]
    [InlineData("`code` *bold* ~gone~ _thin_", "\u02CBcode\u02CB \u2217bold\u2217 \u223Cgone\u223C \u02CDthin\u02CD")]
    [InlineData("snake_case and __init__", "snake_case and \u02CD\u02CDinit\u02CD\u02CD")]
    [InlineData(":tada: at 10:30", $":{Gap}tada: at 10:30")]
    [InlineData("> no quote", $"{Gap}&gt; no quote")]
    [InlineData("# no heading", $"{Gap}# no heading")]
    [InlineData("- no item", $"{Gap}- no item")]
    [InlineData("2018. No list", $"{Gap}2018. No list")]
    [InlineData("AT&T and R&amp;D", "AT&amp;T and R&amp;amp;D")]
    [InlineData("right\u202Eto left\u2066", "rightto left")]
    [InlineData("two\n\nlines\tand \u0007 bells", "two lines and bells")]
    [InlineData("$600 million, 3.5% (2018)", "$600 million, 3.5% (2018)")]
    [InlineData("family 👨‍👩‍👧, עברית", "family 👨‍👩‍👧, עברית")]
    public void Strangers_words_stay_words(string text, string escaped) => SlackWords.Escaped(text, 1000).ShouldBe(escaped);

    [Theory]
    [InlineData("<!channel> `code` *x*", "<!channel> `code` *x*")]
    [InlineData("<http://evil.example|x>", $"<http:{Gap}//evil.example|x>")]
    public void Where_no_mark_up_is_read_only_addresses_are_more_than_words(string text, string literal) => SlackWords.Literal(text, 1000).ShouldBe(literal);

    [Fact]
    public void Nothing_escaped_begins_anything() =>
        Any.Of("<", ">", "&", "!", "@", "#", "*", "_", "~", "`", "```", "[", "]", "(", ")", "|", "-", "1.", " ", "\\", "a", ":x:", "https://evil.example", "&lt;", "人").Array[0, 14].Sample(parts =>
            Hostile.ShouldBeginNothing(SlackWords.Escaped(string.Concat(parts), 1000)));

    [Fact]
    public void Escapes_count_against_the_limit() => SlackWords.Escaped(new string('<', 40_000), 1000).Length.ShouldBeInRange(900, 1000);
}
