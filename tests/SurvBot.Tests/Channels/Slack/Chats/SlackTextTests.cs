using CsCheck;
using SurvBot.Bot.Channels.Slack.Chats;

namespace SurvBot.Tests.Channels.Slack.Chats;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@UBOT> What is Viper?", "What is Viper?")]
    [InlineData("Hey <@UBOT|survbot>, what is Viper?", "Hey , what is Viper?")]
    [InlineData("<@UBOTH> is not <@UBOT>", "@UBOTH is not")]
    [InlineData("what did <@U2|ann> say in <#C2|news> and <#C3>", "what did @ann say in #news and #C3")]
    [InlineData("<!here> <!subteam^S1|@desk> <!date^1^{date}|9 April>", "@here @desk 9 April")]
    [InlineData("see <https://news.example/a?b=1&amp;c=2|the article> and <https://news.example>", "see the article and https://news.example")]
    [InlineData("R&amp;D &lt;script&gt; &amp;lt;", "R&D <script> &lt;")]
    [InlineData("a  \n b", "a b")]
    [InlineData("<>", "<>")]
    [InlineData("<", "<")]
    [InlineData("<@UBOT>", "")]
    public void What_was_said_is_read_out_of_the_mark_up(string text, string said) => SlackText.Said(text, "UBOT").ShouldBe(said);

    [Fact]
    public void Somebody_elses_mention_is_not_the_bots()
    {
        SlackText.Mentions("<@UBOT> x", "UBOT").ShouldBeTrue();
        SlackText.Mentions("<@UBOT|any name> x", "UBOT").ShouldBeTrue();
        SlackText.Mentions("<@UBOTH> @UBOT <@U2|UBOT>", "UBOT").ShouldBeFalse();
    }

    [Fact]
    public void No_text_is_too_odd() => Gen.String[Gen.Char["<>@#!|&;ampltgU BOT"], 0, 60].Sample(text => SlackText.Said(text, "UBOT").ShouldNotContain("<@UBOT>"), iter: 2000);
}
