using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Receipts;

/// <summary>What is forgotten has no receipt, and stands in nobody else's.</summary>
public sealed class ForgottenReceiptsTests : IAsyncDisposable
{
    private const string Secret = "quetzal-dossier";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task A_person_is_forgotten_with_their_receipts_and_whatever_leaned_on_their_words()
    {
        await AskAsync("m0", "ben", "What is Viper?");
        await AskAsync("m1", "ann", $"What about the {Secret}?");
        await AskAsync("m2", "ben", "Who wrote it?");
        await AskAsync("m3", "ben", "What is Viper?", thread: "t2");
        chats.Receipts.Find(Id("m2"))!.Question.History.Count.ShouldBe(2);
        chats.HoldsOnDisk(Secret).ShouldBeTrue();

        (await chats.Forgetting.ForgetUserAsync(TemporaryChats.Message(user: "ann").UserKey, Stop)).ShouldBe(1);

        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Receipts.ListLast().Select(receipt => receipt.Id).ShouldBe([Id("m3"), Id("m0")], "what came before, or stands elsewhere, holds nothing of theirs");
    }

    [Fact]
    public async Task What_leaned_on_nothing_that_far_back_stays()
    {
        await AskAsync("m1", "ann", $"What about the {Secret}?");
        await AskAsync("m2", "ben", "What is Viper?", history: 1);
        await AskAsync("m3", "ben", "Who makes it?", history: 1);
        await chats.Forgetting.ForgetUserAsync(TemporaryChats.Message(user: "ann").UserKey, Stop);
        chats.Receipts.ListLast().ShouldHaveSingleItem().Id.ShouldBe(Id("m3"));
    }

    [Fact]
    public async Task One_conversation_and_one_message_go_with_their_receipts()
    {
        await AskAsync("m1", "ann", "What is Viper?");
        await AskAsync("m2", "ann", $"{Secret}?", thread: "t2");
        await AskAsync("m3", "ann", $"And the other {Secret}?", thread: "t3");
        await chats.Forgetting.ForgetConversationAsync(TemporaryChats.Message(user: "ann").UserKey, TemporaryChats.Message(thread: "t2").Address.ConversationId, Stop);
        await chats.Forgetting.ForgetMessageAsync(TemporaryChats.Message("m3", user: "ann", thread: "t3"), Stop);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Receipts.ListLast().ShouldHaveSingleItem().Id.ShouldBe(Id("m1"));
    }

    [Fact]
    public async Task A_workspace_is_forgotten_with_what_was_asked_there_outside_of_chats()
    {
        string workspace = TemporaryChats.Message().WorkspaceKey;
        await AskAsync("m1", "ann", $"{Secret}?");
        await chats.Receipts.KeepAsync(new Question($"{Secret}!", Some.Now) { Asker = new Asker(workspace, "") }, SomeAnswer.NotFound(), Stop);
        await chats.Receipts.KeepAsync(new Question("What is Viper?", Some.Now), SomeAnswer.NotFound(), Stop);

        (await chats.Forgetting.ForgetWorkspaceAsync(workspace, Stop)).ShouldBe(2);

        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Receipts.ListLast().ShouldHaveSingleItem().Question.Asker.ShouldBe(Asker.CommandLine);
    }

    [Fact]
    public async Task A_home_is_forgotten_with_its_receipts()
    {
        var here = TemporaryChats.Message("m1", $"{Secret}?");
        await new RouteStore(chats.Database).KeepAsync(new ReplyRoute(here.Address.ConversationId, here.WorkspaceKey, "team", null, "by boat"), Stop);
        await chats.AnswerAsync(here, historyTurns: 6);
        await chats.Forgetting.ForgetHomeAsync("team", Stop);
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
        chats.Receipts.ListLast().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_older_than_the_retention_goes_even_where_a_younger_receipt_holds_it()
    {
        await AskAsync("m1", "ann", $"What about the {Secret}?");
        await AskAsync("m2", "ben", "Who wrote it?", after: TimeSpan.FromDays(2));
        await AskAsync("m3", "ben", "What is Viper?", thread: "t2", after: TimeSpan.FromDays(2));
        foreach (var reply in await chats.LeaseRepliesAsync())
            await chats.Outbox.MarkDeliveredAsync(reply.Reply.Id, "post", Stop);
        await chats.Receipts.KeepAsync(new Question($"{Secret}!", Some.Now), SomeAnswer.NotFound(), Stop);

        (await chats.Forgetting.ForgetBeforeAsync(chats.Clock.Now.AddDays(1), Stop)).ShouldBe(2);

        chats.Receipts.ListLast().ShouldHaveSingleItem().Id.ShouldBe(Id("m3"));
        chats.HoldsOnDisk(Secret).ShouldBeFalse();
    }

    private Task AskAsync(string id, string user, string text, string thread = "t1", int history = 6, TimeSpan after = default) =>
        chats.AnswerAsync(TemporaryChats.Message(id, text, user, thread) with { SentAt = Some.Now + after }, history);

    private static string Id(string message) => TemporaryChats.Message(message).Id;

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}
