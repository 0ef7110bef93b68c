using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Delivery;

public sealed class OutboxTests : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task A_reply_is_sent_until_its_channel_has_it_and_then_its_text_is_gone()
    {
        await chats.AnswerAsync(TemporaryChats.Message(text: "Who sells secret-words?"));
        var leased = await LeaseAsync();
        leased.IsInDoubt.ShouldBeFalse();
        await chats.Outbox.MarkDeliveredAsync(leased.Reply.Id, "post 1", Stop);
        (await chats.LeaseRepliesAsync()).ShouldBeEmpty();
        chats.Scalar<long>("SELECT count(*) FROM outbox WHERE reply IS NOT NULL OR address IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task A_reply_whose_sender_was_never_heard_of_again_is_in_doubt()
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        await LeaseAsync();
        chats.Clock.Now += chats.Options.Lease;
        (await LeaseAsync()).IsInDoubt.ShouldBeTrue();
        chats.Outbox.InDoubt.ShouldBe(1);
    }

    [Fact]
    public async Task A_flood_of_notices_does_not_hold_up_an_answer()
    {
        foreach (int n in Enumerable.Range(1, 10))
        {
            var refused = TemporaryChats.Message(id: $"refused {n}");
            await chats.Inbox.ReplyAtOnceAsync(refused, Notices.OverQuota(refused.Id), Stop);
        }
        var answered = TemporaryChats.Message(id: "answered");
        await chats.AnswerAsync(answered);
        (await chats.Outbox.LeaseAsync(1, [], Stop)).ShouldHaveSingleItem().Reply.Id.ShouldBe(answered.Id);
        (await chats.Outbox.LeaseAsync(20, [], Stop)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task To_be_told_to_wait_is_no_failure()
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        await chats.Outbox.RetryAsync(await LeaseAsync(), "429", TimeSpan.FromSeconds(40), mayStand: false, Stop);
        chats.Clock.Now += TimeSpan.FromSeconds(39);
        (await chats.LeaseRepliesAsync()).ShouldBeEmpty();
        chats.Clock.Now += TimeSpan.FromSeconds(1);
        (await LeaseAsync()).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_reply_was_tried_only_where_its_end_is_not_known()
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        (await LeaseAsync()).WasTried.ShouldBeFalse();
        await chats.Outbox.RetryAsync(new LeasedReply(TemporaryChats.Message().Address, TemporaryChats.ReplyTo(TemporaryChats.Message()), 0, null, false, false), "429", TimeSpan.FromSeconds(1), mayStand: false, Stop);
        chats.Clock.Now += TimeSpan.FromSeconds(1);
        (await LeaseAsync()).WasTried.ShouldBeFalse("who is told to wait has posted nothing");
        chats.Clock.Now += chats.Options.Lease;
        (await LeaseAsync()).WasTried.ShouldBeTrue();
    }

    [Fact]
    public async Task What_never_left_is_a_failure_but_not_in_doubt()
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        await chats.Outbox.RetryAsync(await LeaseAsync(), "no token", null, mayStand: false, Stop);
        chats.Clock.Now += chats.Options.Lease;
        (await LeaseAsync()).ShouldSatisfyAllConditions(reply => reply.Failures.ShouldBe(1), reply => reply.WasTried.ShouldBeFalse(), reply => reply.IsInDoubt.ShouldBeFalse());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_that_is_given_up_can_be_replayed(bool mayStand)
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        await chats.Outbox.GiveUpAsync(await LeaseAsync(), "room is gone", mayStand, Stop);
        (await chats.LeaseRepliesAsync()).ShouldBeEmpty();
        var dead = chats.DeadLetters.List().ShouldHaveSingleItem();
        (dead.Kind, dead.Error, dead.Failures).ShouldBe(("reply", "room is gone", 1));
        (await chats.DeadLetters.ReplayAsync("another id", Stop)).ShouldBe(0);
        (await chats.DeadLetters.ReplayAsync(dead.Id, Stop)).ShouldBe(1);
        (await LeaseAsync()).WasTried.ShouldBe(mayStand, "what was refused does not stand there, and is said in full");
    }

    private async Task<LeasedReply> LeaseAsync() => (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem();

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}
