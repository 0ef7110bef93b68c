using SurvBot.Bot.Channels.Mcp;

namespace SurvBot.Tests.Channels.Mcp;

public sealed class McpOptionsTests
{
    [Fact]
    public void Without_a_key_the_channel_is_off()
    {
        new McpOptions().IsOn.ShouldBeFalse();
        new McpOptions { Keys = { ["ada"] = ServedTools.Key } }.IsOn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("0123456789abcdef", "fedcba9876543210", 60, null)]
    [InlineData("0123456789abcdef", " short ", 60, "SurvBot__Mcp__Keys__bo has fewer than 16 characters: make a key with 'openssl rand -hex 32'.")]
    [InlineData("0123456789abcdef", "0123456789abcdef ", 60, "SurvBot__Mcp__Keys__ada and SurvBot__Mcp__Keys__bo are the same key: give each caller its own.")]
    [InlineData("0123456789abcdef", "fedcba9876543210", 0, "SurvBot__Mcp__PerMinute is less than 1: leave it out, or give it a number.")]
    public void Settings_that_cannot_work_are_told_with_the_fix_and_without_the_key(string ada, string bo, int perMinute, string? fault) =>
        new McpOptions { Keys = { ["ada"] = ada, ["bo"] = bo }, PerMinute = perMinute }.FindFault().ShouldBe(fault);
}
