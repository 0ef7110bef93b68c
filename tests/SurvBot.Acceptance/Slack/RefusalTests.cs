using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Slack refuses an answer for good: it is put aside for a person to look at, and nobody waits for it.</summary>
public sealed class RefusalTests(SlackProgram bot) : IClassFixture<SlackProgram>
{
    [Theory, InlineData("is_archived"), InlineData("restricted_action_read_only_channel")]
    public async Task The_status_ends_where_nothing_can_be_said(string error)
    {
        var talk = SlackTalk.InRoom();
        bot.Slack.Plan(talk.Room, "chat.startStream", SlackTrouble.Refusal(error));
        bot.Slack.Plan(talk.Room, "chat.postMessage", SlackTrouble.Refusal(error));
        await bot.SayAsync(talk);
        await Eventually.BeTrueAsync(() => bot.Slack.CallsFor(talk.Room) is [.., { Method: "agents.sessions.setStatus" } last] && last.Arguments.TextOf("status") == "active", "the status ends");
        bot.Slack.PostsIn(talk.Room).ShouldBeEmpty();
        bot.Slack.Violations.ShouldBeEmpty();
    }
}
