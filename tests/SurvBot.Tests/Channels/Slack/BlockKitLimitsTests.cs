using System.Text.Json;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>The examiner is examined: each fault is found, and the block is named.</summary>
public sealed class BlockKitLimitsTests
{
    private const string Fine = """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a"}]}]}""";

    private const string Button = """{"type":"actions","elements":[{"type":"button","action_id":"a","value":"v","text":{"type":"plain_text","text":"x"}}]}""";

    [Fact]
    public void A_message_within_the_limits_has_none_of_these() => Breaches(Fine, "text").ShouldBeEmpty();

    [Theory]
    [InlineData("""{"type":"sonnet"}""", "no such block")]
    [InlineData("""{"type":"rich_text","elements":[]}""", "0 elements")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}""", "text has 0 characters")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","text":"x","url":"javascript:x"}]}]}""", "no link")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"}]}]}""", "no run user")]
    [InlineData("""{"type":"context","elements":[]}""", "0 elements")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}]}""", "no value")]
    [InlineData("""{"type":"context_actions","elements":[{"type":"button"}]}""", "something else than feedback")]
    [InlineData("""{"type":"context_actions","elements":[{"type":"feedback_buttons","action_id":"a","positive_button":{"text":{"type":"plain_text","text":"x"},"value":"v"}}]}""", "no negative_button")]
    [InlineData("""{"type":"task_card","task_id":"a","title":"x","status":"thinking"}""", "no such status")]
    public void A_fault_in_a_block_is_found_and_the_block_named(string block, string breach)
    {
        var found = Breaches($"{Fine},{block}", "text").ShouldHaveSingleItem();
        found.ShouldStartWith("blocks[1] (");
        found.ShouldEndWith(breach);
    }

    [Fact]
    public void A_button_has_an_end() => Breaches(Button.Replace("\"x\"", $"\"{new string('x', 76)}\"", StringComparison.Ordinal), "text").ShouldHaveSingleItem().ShouldEndWith("text has 76 characters");

    [Fact]
    public void So_has_the_whole()
    {
        string words = Fine.Replace("\"a\"", $"\"{new string('x', 2500)}\"", StringComparison.Ordinal);
        Breaches(string.Join(',', Enumerable.Repeat(words, 5)), "text").ShouldHaveSingleItem().ShouldBe("12500 characters in all");
        Breaches(string.Join(',', Enumerable.Repeat(Fine, 51)), "text").ShouldHaveSingleItem().ShouldBe("51 blocks");
        Breaches(Fine, "").ShouldHaveSingleItem().ShouldBe("text has 0 characters");
        Breaches($"{Button},{Button}", "text").ShouldHaveSingleItem().ShouldBe("action a 2 times");
    }

    private static IEnumerable<string> Breaches(string blocks, string text) => BlockKitLimits.Breaches(text, JsonElement.Parse($"[{blocks}]"));
}
