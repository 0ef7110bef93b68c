using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Delivery;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams.Connector;

public sealed class ConversationPaceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void However_requests_come_no_stretch_of_time_has_too_many() => Gen.Int[0, 900].Array[1, 200].Sample(gaps =>
    {
        var clock = new HastyClock();
        var pace = new ConversationPace(clock);
        var sent = new List<DateTimeOffset>();
        foreach (int gap in gaps)
        {
            clock.Pauses.Enqueue(TimeSpan.FromMilliseconds(gap));
            try
            {
                pace.WaitAsync("19:chat", CancellationToken.None).GetAwaiter().GetResult();
                sent.Add(clock.GetUtcNow());
            }
            catch (ChannelBusyException busy)
            {
                clock.Pauses.Enqueue(busy.RetryAfter);
            }
        }
        foreach (var (most, seconds) in ((int, double)[])[(7, 1), (8, 2), (60, 30)])
            foreach (var first in sent)
                sent.Count(time => time >= first && time - first < TimeSpan.FromSeconds(seconds)).ShouldBeLessThanOrEqualTo(most);
    }, iter: 200);

    [Fact]
    public async Task One_conversation_does_not_hold_up_another()
    {
        var clock = new FakeTimeProvider(Some.Now);
        var pace = new ConversationPace(clock);
        for (int i = 0; i < 7; i++)
            await pace.WaitAsync("19:loud", Stop);
        var eighth = pace.WaitAsync("19:loud", Stop);
        pace.WaitAsync("19:quiet", Stop).IsCompletedSuccessfully.ShouldBeTrue();
        clock.Advance(TimeSpan.FromMilliseconds(999));
        eighth.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await eighth;
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_outbox()
    {
        var clock = new HastyClock();
        var pace = new ConversationPace(clock);
        var busy = await Should.ThrowAsync<ChannelBusyException>(async () =>
        {
            for (int i = 0; i < 70; i++)
                await pace.WaitAsync("19:chat", Stop);
        });
        busy.RetryAfter.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
    }
}
