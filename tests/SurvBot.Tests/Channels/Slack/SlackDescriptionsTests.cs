using SurvBot.Bot.Channels.Slack.Api;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>What is called exists in Slack; calls in all other tests are held against the same table.</summary>
public sealed class SlackDescriptionsTests
{
    [Fact]
    public void Every_method_that_is_called_is_described() => SlackMethod.All.SelectMany(method => SlackDescriptions.Faults(method.Name, [])).ShouldBeEmpty();

    [Fact]
    public void An_invented_argument_is_seen() => SlackDescriptions.Faults("chat.update", ["channel", "ts", "unfurl_links"]).ShouldBe(["chat.update has no unfurl_links"]);

    [Fact]
    public void An_invented_method_is_seen() => SlackDescriptions.Faults("chat.whisper", ["channel"]).ShouldBe(["there is no chat.whisper"]);
}
