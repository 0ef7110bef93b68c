using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Delivery;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Api;

public sealed class SlackPaceTests
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly SlackPace pace;

    public SlackPaceTests() => pace = new SlackPace(clock);

    [Fact]
    public void Tokens_that_were_renewed_are_not_remembered_for_ever()
    {
        for (int renewal = 0; renewal < 100; renewal++)
        {
            pace.Take(SlackMethod.Update, $"xoxe.xoxb-{renewal}");
            clock.Advance(TimeSpan.FromHours(12));
        }
        pace.Remembered.ShouldBe(1);
    }

    [Fact]
    public void What_still_counts_is_remembered_whatever_new_comes()
    {
        for (int call = 0; call < SlackMethod.StartStream.PerMinute; call++)
            pace.Take(SlackMethod.StartStream, "xoxb-busy");
        pace.Pause(SlackMethod.PostMessage, "xoxb-paused", TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromSeconds(30));
        pace.Take(SlackMethod.Update, "xoxb-new");
        Should.Throw<ChannelBusyException>(() => pace.Take(SlackMethod.StartStream, "xoxb-busy")).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        Should.Throw<ChannelBusyException>(() => pace.Take(SlackMethod.PostMessage, "xoxb-paused"));
        clock.Advance(TimeSpan.FromSeconds(30));
        pace.Take(SlackMethod.StartStream, "xoxb-busy");
    }
}
