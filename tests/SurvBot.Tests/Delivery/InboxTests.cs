using CsCheck;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Delivery;

public sealed class InboxTests : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TemporaryChats chats = new();

    [Fact]
    public async Task What_is_delivered_again_is_known()
    {
        (await AcceptAsync(TemporaryChats.Message())).ShouldBe(Acceptance.Accepted);
        (await AcceptAsync(TemporaryChats.Message())).ShouldBe(Acceptance.Duplicate);
        chats.Inbox.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task Two_deliveries_of_one_message_are_one_question()
    {
        await AcceptAsync(TemporaryChats.Message(delivery: "as mention"));
        (await AcceptAsync(TemporaryChats.Message(delivery: "as message"))).ShouldBe(Acceptance.Duplicate);
    }

    [Fact]
    public async Task A_message_that_is_answered_long_since_is_still_known()
    {
        await chats.AnswerAsync(TemporaryChats.Message());
        (await AcceptAsync(TemporaryChats.Message())).ShouldBe(Acceptance.Duplicate);
        (await chats.LeaseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_of_two_workspaces_may_share_their_names()
    {
        await AcceptAsync(TemporaryChats.Message(workspace: "desk", delivery: "1"));
        (await AcceptAsync(TemporaryChats.Message(workspace: "other desk", delivery: "2"))).ShouldBe(Acceptance.Accepted);
    }

    [Fact]
    public async Task Messages_are_taken_in_the_order_they_came_and_one_of_a_conversation_at_a_time()
    {
        foreach (string id in (string[])["a", "b", "c"])
            await AcceptAsync(TemporaryChats.Message(id, thread: id == "b" ? "a" : id));
        var first = await chats.LeaseAsync();
        first.Select(leased => leased.Message.MessageId).ShouldBe(["a", "c"]);
        await chats.Inbox.CompleteAsync(first[0], TemporaryChats.ReplyTo(first[0].Message), "", Stop);
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Message.MessageId.ShouldBe("b");
    }

    [Fact]
    public async Task A_message_on_lease_is_nobody_elses_until_the_lease_runs_out()
    {
        await AcceptAsync(TemporaryChats.Message());
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        (await chats.LeaseAsync()).ShouldBeEmpty();
        chats.Clock.Now += chats.Options.Lease;
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task What_this_process_works_on_is_not_taken_again_however_long_it_slept()
    {
        await AcceptAsync(TemporaryChats.Message());
        string id = (await chats.LeaseAsync())[0].Message.Id;
        chats.Clock.Now += chats.Options.Lease * 2;
        (await chats.LeaseAsync(100, id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answered_message_leaves_a_turn_and_a_reply_and_no_text()
    {
        var reply = await chats.AnswerAsync(TemporaryChats.Message());
        chats.Conversations.GetHistory(TemporaryChats.Message().Address.ConversationId, 5).ShouldHaveSingleItem().Question.ShouldBe("What is Viper?");
        (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem().Reply.Id.ShouldBe(reply.Id);
        chats.Scalar<long>("SELECT count(*) FROM inbox WHERE message IS NOT NULL").ShouldBe(0);
        chats.Inbox.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Only_one_of_two_workers_on_one_message_completes_it()
    {
        await AcceptAsync(TemporaryChats.Message());
        var mine = (await chats.LeaseAsync())[0];
        chats.Clock.Now += chats.Options.Lease;
        var theirs = (await chats.LeaseAsync())[0];
        (await CompleteAsync(theirs)).ShouldBeTrue();
        (await CompleteAsync(mine)).ShouldBeFalse();
        chats.Scalar<long>("SELECT count(*) FROM outbox").ShouldBe(1);
        chats.Inbox.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_reply_is_in_doubt_when_an_earlier_attempt_may_have_posted()
    {
        await AcceptAsync(TemporaryChats.Message());
        await chats.LeaseAsync();
        chats.Clock.Now += chats.Options.Lease;
        await CompleteAsync((await chats.LeaseAsync())[0]);
        (await chats.LeaseRepliesAsync())[0].IsInDoubt.ShouldBeTrue();
    }

    [Fact]
    public async Task What_failed_comes_back_after_a_pause_that_grows()
    {
        await AcceptAsync(TemporaryChats.Message());
        for (int failures = 0; failures < 3; failures++)
        {
            var leased = (await chats.LeaseAsync()).ShouldHaveSingleItem();
            leased.Failures.ShouldBe(failures);
            await chats.Inbox.RetryAsync(leased, "no", Stop);
            chats.Clock.Now += chats.Options.FirstPause * Math.Pow(2, failures) * 0.7;
            (await chats.LeaseAsync()).ShouldBeEmpty();
            chats.Clock.Now += chats.Options.FirstPause * Math.Pow(2, failures);
        }
    }

    [Fact]
    public async Task What_is_given_up_tells_the_asker_and_can_be_replayed()
    {
        await AcceptAsync(TemporaryChats.Message());
        var leased = (await chats.LeaseAsync())[0];
        await chats.Inbox.GiveUpAsync(leased, Notices.Failed(leased.Message.Id), "it broke", Stop);
        var apology = (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem();
        apology.Reply.Blocks.ShouldHaveSingleItem().ShouldBe(new Caveat(Notices.FailedText));
        await chats.Outbox.MarkDeliveredAsync(apology.Reply.Id, "post 7", Stop);
        chats.DeadLetters.List().ShouldHaveSingleItem().Error.ShouldBe("it broke");
        var shown = chats.Conversations.Find(leased.Message.UserKey, leased.Message.Address.ConversationId).ShouldNotBeNull().Turns.ShouldHaveSingleItem();
        shown.Reply!.Blocks.ShouldHaveSingleItem().ShouldBe(new Caveat(Notices.FailedText), "who looks again is told, too");

        (await chats.DeadLetters.ReplayAsync(null, Stop)).ShouldBe(1);
        await CompleteAsync((await chats.LeaseAsync()).ShouldHaveSingleItem());
        var answer = (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem();
        answer.Post.ShouldBe("post 7", "the answer takes the place of the apology");
    }

    [Fact]
    public async Task A_full_backlog_turns_new_questions_away_and_still_knows_the_old()
    {
        await ReopenAsync(options => options.Backlog = 2);
        await AcceptAsync(TemporaryChats.Message("a"));
        await AcceptAsync(TemporaryChats.Message("b"));
        (await AcceptAsync(TemporaryChats.Message("c"))).ShouldBe(Acceptance.Busy);
        (await AcceptAsync(TemporaryChats.Message("a"))).ShouldBe(Acceptance.Duplicate);
        chats.Scalar<long>("SELECT count(*) FROM inbox").ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_may_ask_for_all_there_is()
    {
        await ReopenAsync(options => (options.UserPerMinute, options.WorkspacePerMinute) = (2, 3));
        (await AcceptAsync(TemporaryChats.Message("a"))).ShouldBe(Acceptance.Accepted);
        (await AcceptAsync(TemporaryChats.Message("b"))).ShouldBe(Acceptance.Accepted);
        (await AcceptAsync(TemporaryChats.Message("c"))).ShouldBe(Acceptance.OverQuota);
        (await AcceptAsync(TemporaryChats.Message("d", user: "bob"))).ShouldBe(Acceptance.Accepted);
        (await AcceptAsync(TemporaryChats.Message("e", user: "eve"))).ShouldBe(Acceptance.OverQuota, "the workspace has asked three times");
        (await AcceptAsync(TemporaryChats.Message("f", workspace: "other desk"))).ShouldBe(Acceptance.Accepted);
        (await AcceptAsync(TemporaryChats.Message("a"))).ShouldBe(Acceptance.Duplicate);
    }

    [Fact]
    public async Task Whoever_is_turned_away_is_told_why_and_once()
    {
        await ReopenAsync(options => (options.Backlog, options.UserPerMinute) = (2, 1));
        foreach (string id in (string[])["a", "b", "b"])
            await chats.Inbox.TakeAsync(TemporaryChats.Message(id), Stop);
        await chats.Inbox.TakeAsync(TemporaryChats.Message("c", user: "bob"), Stop);
        await chats.Inbox.TakeAsync(TemporaryChats.Message("d", user: "eve"), Stop);
        chats.Inbox.Waiting.ShouldBe(2);
        (await chats.LeaseRepliesAsync()).SelectMany(leased => leased.Reply.Blocks).ShouldBe([new Caveat(Notices.OverQuotaText), new Caveat(Notices.BusyText)]);
    }

    [Fact]
    public async Task A_polite_refusal_is_a_reply_like_any_other_and_is_given_once()
    {
        var message = TemporaryChats.Message();
        (await chats.Inbox.ReplyAtOnceAsync(message, Notices.Busy(message.Id), Stop)).ShouldBeTrue();
        (await chats.Inbox.ReplyAtOnceAsync(message, Notices.Busy(message.Id), Stop)).ShouldBeFalse();
        (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem().Reply.Blocks.ShouldHaveSingleItem().ShouldBe(new Caveat(Notices.BusyText));
        (await chats.LeaseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_put_aside_and_holds_nobody_up()
    {
        await AcceptAsync(TemporaryChats.Message("a"));
        await AcceptAsync(TemporaryChats.Message("b", thread: "t2"));
        chats.Execute("UPDATE inbox SET message = '{\"from\":\"the future\"}' WHERE place = 1");
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Message.MessageId.ShouldBe("b");
        chats.DeadLetters.List().ShouldHaveSingleItem().Error.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Taking_over_ends_the_leases_of_a_dead_process()
    {
        await AcceptAsync(TemporaryChats.Message());
        await chats.LeaseAsync();
        await chats.Inbox.TakeOverAsync(Stop);
        (await chats.LeaseAsync()).ShouldHaveSingleItem();
        chats.Inbox.Waiting.ShouldBe(1);
    }

    private enum Step
    {
        Accept,
        Lease,
        Complete,
        Fail,
        Crash,
        Sleep,
    }

    [Fact]
    public void However_steps_mix_every_accepted_message_is_answered_exactly_once() =>
        Gen.Enum<Step>().Array[1, 60].Sample(steps => Task.Run(() => RunAsync(steps)).GetAwaiter().GetResult(), iter: 40, threads: 1);

    private static async Task RunAsync(Step[] steps)
    {
        await using var chats = new TemporaryChats(options => (options.UserPerMinute, options.WorkspacePerMinute) = (10_000, 10_000));
        var held = new Queue<LeasedMessage>();
        int accepted = 0, completed = 0;
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Accept:
                    await chats.Inbox.AcceptAsync(TemporaryChats.Message($"m{accepted}", thread: $"t{accepted % 3}"), Stop);
                    accepted++;
                    break;
                case Step.Lease:
                    foreach (var leased in await chats.LeaseAsync(2))
                        held.Enqueue(leased);
                    break;
                case Step.Complete when held.TryDequeue(out var done):
                    completed += await chats.Inbox.CompleteAsync(done, TemporaryChats.ReplyTo(done.Message), "", Stop) ? 1 : 0;
                    break;
                case Step.Fail when held.TryDequeue(out var failed):
                    await chats.Inbox.RetryAsync(failed, "no", Stop);
                    break;
                case Step.Crash:
                    held.Clear();
                    await chats.Inbox.TakeOverAsync(Stop);
                    break;
                case Step.Sleep:
                    chats.Clock.Now += chats.Options.Lease;
                    break;
            }
        }
        while (completed < accepted)
        {
            chats.Clock.Now += TimeSpan.FromHours(1);
            foreach (var leased in await chats.LeaseAsync())
                completed += await chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(leased.Message), "", Stop) ? 1 : 0;
        }
        completed.ShouldBe(accepted);
        chats.Scalar<long>("SELECT count(*) FROM outbox").ShouldBe(accepted);
        chats.Scalar<long>("SELECT count(*) FROM turns").ShouldBe(accepted);
        chats.Inbox.Waiting.ShouldBe(0);
    }

    private Task<Acceptance> AcceptAsync(IncomingMessage message) => chats.Inbox.AcceptAsync(message, Stop);

    private Task<bool> CompleteAsync(LeasedMessage leased) => chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(leased.Message), "", Stop);

    private async Task ReopenAsync(Action<DeliveryOptions> set)
    {
        await chats.DisposeAsync();
        chats = new TemporaryChats(set);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}
