using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Channels.Web;

public sealed class WebChannelTests
{
    private static readonly Address Somewhere = new(WebChannel.ChannelName, WebChannel.Workspace, "reader", "thread");

    private readonly WebChannel channel = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_listens_hears_the_steps_and_the_reply_and_then_the_end()
    {
        using var first = channel.Listen("r1");
        using var second = channel.Listen("r1");
        await channel.ShowAsync(Somewhere, null, Step("Searching"), Stop);
        await channel.DeliverAsync(Somewhere, null, Step("Answer"), false, Stop);
        foreach (var feed in (IReplyFeed[])[first, second])
            (await feed.Replies.ReadAllAsync(Stop).ToListAsync(Stop)).ShouldBe([Step("Searching"), Step("Answer")], new SameText());
    }

    [Fact]
    public async Task Nobody_hears_of_another_reply_or_after_leaving()
    {
        using var other = channel.Listen("r2");
        var left = channel.Listen("r1");
        left.Dispose();
        await channel.DeliverAsync(Somewhere, null, Step("Answer"), false, Stop);
        other.Replies.TryRead(out _).ShouldBeFalse();
        left.Replies.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_who_is_far_behind_misses_steps_but_not_the_reply()
    {
        using var slow = channel.Listen("r1");
        for (int i = 0; i < 1000; i++)
            await channel.ShowAsync(Somewhere, null, Step($"Step {i}"), Stop);
        await channel.DeliverAsync(Somewhere, null, Step("Answer"), false, Stop);
        var heard = await slow.Replies.ReadAllAsync(Stop).ToListAsync(Stop);
        heard.Count.ShouldBeLessThan(100);
        heard[^1].ShouldBe(Step("Answer"), new SameText());
    }

    [Fact]
    public async Task Many_come_and_go_at_once()
    {
        await Parallel.ForAsync(0, 2000, Stop, (i, _) =>
        {
            using var feed = channel.Listen($"r{i % 3}");
            return ValueTask.CompletedTask;
        });
        using var last = channel.Listen("r1");
        await channel.DeliverAsync(Somewhere, null, Step("Answer"), false, Stop);
        (await last.Replies.ReadAllAsync(Stop).ToListAsync(Stop)).Count.ShouldBe(1);
    }

    private static Reply Step(string text) => new("r1", [new Progress(text)]);

    private sealed class SameText : IEqualityComparer<Reply>
    {
        public bool Equals(Reply? one, Reply? other) => ReplyText.Of(one!) == ReplyText.Of(other!);

        public int GetHashCode(Reply reply) => 0;
    }
}
