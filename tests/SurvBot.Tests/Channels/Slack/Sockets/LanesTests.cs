using SurvBot.Bot.Channels.Slack.Sockets;

namespace SurvBot.Tests.Channels.Slack.Sockets;

public sealed class LanesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_is_under_way_than_may_be()
    {
        using var lanes = new Lanes(2);
        var first = new TaskCompletionSource();
        var done = new List<int>();
        await lanes.BeginAsync("a", () => first.Task, Stop);
        await lanes.BeginAsync("a", () => Note(done, 2), Stop);
        var third = lanes.BeginAsync("b", () => Note(done, 3), Stop);
        await Task.Delay(100, Stop);
        third.IsCompleted.ShouldBeFalse();
        first.SetResult();
        await third;
        await lanes.AllAsync();
        done.Order().ShouldBe([2, 3]);
    }

    private static Task Note(List<int> done, int number)
    {
        lock (done)
            done.Add(number);
        return Task.CompletedTask;
    }
}
