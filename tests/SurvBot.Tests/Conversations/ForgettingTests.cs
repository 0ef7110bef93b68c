using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conversations;

public sealed class ForgettingTests : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Secret = "quetzal-dossier";

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task Nothing_a_forgotten_person_wrote_is_left_on_the_disk()
    {
        var asked = TemporaryChats.Message("a", $"What about the {Secret}?");
        var reply = await chats.AnswerAsync(asked);
        await chats.Conversations.AddFeedbackAsync(reply.Id, asked.UserKey, FeedbackVerdict.Missing, $"no word on {Secret}", Stop);
        await chats.Inbox.AcceptAsync(TemporaryChats.Message("b", $"And the second {Secret}?"), Stop);
        var failing = (await chats.LeaseAsync())[0];
        await chats.Inbox.RetryAsync(failing, $"could not read {Secret}", Stop);
        await chats.AnswerAsync(TemporaryChats.Message("c", "What is Viper?", user: "bob", thread: "t9"));
        chats.HoldsOnDisk(Secret).ShouldBeTrue();

        (await chats.Forgetting.ForgetUserAsync(asked.UserKey, Stop)).ShouldBe(1);

        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.HoldsOnDisk("What is Viper?").ShouldBeTrue("others are not forgotten");
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_answered_stays_forgotten()
    {
        var asked = TemporaryChats.Message(text: $"What about the {Secret}?");
        await chats.Inbox.AcceptAsync(asked, Stop);
        var leased = (await chats.LeaseAsync())[0];
        await chats.Forgetting.ForgetUserAsync(asked.UserKey, Stop);
        (await chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(asked), Secret, Stop)).ShouldBeFalse();
        (await chats.Inbox.AcceptAsync(asked, Stop)).ShouldBe(Acceptance.Duplicate, "a late delivery does not bring it back");
        chats.Conversations.FindReply(asked.Id)!.Blocks.ShouldHaveSingleItem().ShouldBe(new Caveat(Notices.ForgottenText), "whoever still waits for it is told");
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task A_workspace_is_forgotten_with_all_its_people()
    {
        await chats.AnswerAsync(TemporaryChats.Message("a", $"{Secret} one", user: "ann"));
        await chats.Inbox.AcceptAsync(TemporaryChats.Message("b", $"{Secret} two", user: "bob", thread: "t2"), Stop);
        await chats.AnswerAsync(TemporaryChats.Message("c", "What is Viper?", workspace: "other desk"));
        await chats.Forgetting.ForgetWorkspaceAsync(TemporaryChats.Message().WorkspaceKey, Stop);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.HoldsOnDisk("What is Viper?").ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_asked_where_a_bot_was_removed_is_forgotten_with_the_way_there()
    {
        var routes = new RouteStore(chats.Database);
        var here = TemporaryChats.Message("a", $"{Secret} one", user: "ann");
        var there = TemporaryChats.Message("c", "What is Viper?", user: "ann", thread: "t9");
        await routes.KeepAsync(new ReplyRoute(here.Address.ConversationId, here.WorkspaceKey, "team", null, $"by {Secret}"), Stop);
        await routes.KeepAsync(new ReplyRoute(there.Address.ConversationId, there.WorkspaceKey, "other team", null, "by boat"), Stop);
        await chats.AnswerAsync(here);
        await chats.AnswerAsync(there);

        (await chats.Forgetting.ForgetHomeAsync("team", Stop)).ShouldBe(1);

        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.HoldsOnDisk("What is Viper?").ShouldBeTrue();
        routes.Find(here.Address.ConversationId).ShouldBeNull();
        routes.Find(there.Address.ConversationId).ShouldBe("by boat");
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_forgotten_with_its_edits_and_no_other()
    {
        var asked = TemporaryChats.Message("m1", $"{Secret}?");
        await chats.AnswerAsync(asked);
        await chats.AnswerAsync(TemporaryChats.Message($"m1{IncomingMessage.EditMark}2", $"{Secret}, please?"));
        await chats.AnswerAsync(TemporaryChats.Message("m12", "What is Viper?"));

        (await chats.Forgetting.ForgetMessageAsync(asked, Stop)).ShouldBe(2);

        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.HoldsOnDisk("What is Viper?").ShouldBeTrue();
    }

    [Fact]
    public async Task One_conversation_is_forgotten_and_the_others_stay()
    {
        var asked = TemporaryChats.Message("a", $"{Secret}?");
        await chats.AnswerAsync(asked);
        await chats.AnswerAsync(TemporaryChats.Message("b", "What is Viper?", thread: "t2"));
        await chats.Forgetting.ForgetConversationAsync(asked.UserKey, asked.Address.ConversationId, Stop);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Conversations.List(asked.UserKey).ShouldHaveSingleItem().Title.ShouldBe("What is Viper?");
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_theirs_to_forget()
    {
        var asked = TemporaryChats.Message("a", $"{Secret}?");
        await chats.AnswerAsync(asked);
        await chats.Forgetting.ForgetConversationAsync("stranger", asked.Address.ConversationId, Stop);
        chats.Conversations.List(asked.UserKey).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_older_than_the_retention_goes_and_what_waits_stays()
    {
        await chats.AnswerAsync(TemporaryChats.Message("a", $"{Secret}?"));
        var reply = (await chats.LeaseRepliesAsync())[0].Reply;
        await chats.Outbox.MarkDeliveredAsync(reply.Id, "post", Stop);
        await chats.Inbox.AcceptAsync(TemporaryChats.Message("b", "Still waiting?", thread: "t2"), Stop);
        (await chats.Forgetting.ForgetBeforeAsync(chats.Clock.Now.AddDays(1), Stop)).ShouldBe(1);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Message.Text.ShouldBe("Still waiting?");
    }

    [Fact]
    public async Task The_way_to_a_conversation_goes_when_nobody_has_written_there_since()
    {
        var routes = new RouteStore(chats.Database);
        var (silent, waiting) = (TemporaryChats.Message("a", "What is Viper?"), TemporaryChats.Message("b", "Who makes it?", thread: "t2"));
        foreach (var asked in (IncomingMessage[])[silent, waiting])
        {
            await routes.KeepAsync(new ReplyRoute(asked.Address.ConversationId, asked.WorkspaceKey, "home", null, $"to {Secret} of {asked.MessageId}"), Stop);
            await chats.AnswerAsync(asked);
        }
        await chats.Outbox.MarkDeliveredAsync(silent.Id, "post", Stop);

        await chats.Forgetting.ForgetBeforeAsync(chats.Clock.Now.AddDays(1), Stop);

        routes.Find(silent.Address.ConversationId).ShouldBeNull();
        chats.HoldsOnDisk($"to {Secret} of a").ShouldBeFalse();
        routes.Find(waiting.Address.ConversationId).ShouldNotBeNull("its reply is still to be sent");
    }

    [Fact]
    public async Task A_title_does_not_outlive_the_question_it_was_made_of()
    {
        var asked = TemporaryChats.Message("a", $"{Secret}?");
        await chats.AnswerAsync(asked);
        await chats.AnswerAsync(TemporaryChats.Message("b", "What is Viper?", user: "bob"));
        await chats.Forgetting.ForgetUserAsync(asked.UserKey, Stop);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Scalar<long>("SELECT count(*) FROM turns").ShouldBe(1);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}
