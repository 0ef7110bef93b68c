using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Receipts;

public sealed class ReceiptStoreTests : IAsyncDisposable
{
    private static readonly Question Question = new("Who led it?", SomeAnswer.AsOf, [new Turn("What is SenseTime?", "A firm."), new Turn("Who funds it?", null)])
    {
        Since = Some.Date("2018-04"),
        Publishers = ["CNN"],
        Asker = new Asker("desk", "ann"),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task What_is_kept_comes_back_as_it_was()
    {
        var answer = SomeAnswer.Answered();
        answer = answer with
        {
            Corpus = answer.Corpus with { Version = 12 },
            Diagnostics = answer.Diagnostics with { Model = "desk-4", PromptHash = "0123456789abcdef", Passages = [new ReadPassage(answer.Citations[0].ArticleId, 2, 0, 62)] },
        };
        await chats.Receipts.KeepAsync(Question, answer, Stop);
        var kept = chats.Receipts.Find(answer.Id).ShouldNotBeNull();
        Json(kept).ShouldBe(Json(new Receipt(answer.Id, chats.Clock.Now, Question, answer)));
        (kept.Question.History.Count, kept.Question.Since, kept.Answer.Corpus.Version, kept.Answer.Diagnostics.Passages!.Count).ShouldBe((2, Some.Date("2018-04"), 12, 1));
    }

    [Fact]
    public async Task A_reply_is_found_by_its_own_id_and_by_its_answers()
    {
        var message = TemporaryChats.Message();
        await chats.AnswerAsync(message, historyTurns: 6);
        chats.Receipts.Find(message.Id).ShouldNotBeNull().Id.ShouldBe(message.Id);
        chats.Receipts.Find("answer-m1").ShouldNotBeNull().Id.ShouldBe(message.Id);
        chats.Receipts.Find("answer-m2").ShouldBeNull();
    }

    [Fact]
    public async Task Who_asks_the_same_again_finds_the_last_and_both_are_kept()
    {
        await chats.Receipts.KeepAsync(Question, SomeAnswer.Answered("First. [1]"), Stop);
        await chats.Receipts.KeepAsync(Question, SomeAnswer.Answered("Second. [1]"), Stop);
        chats.Receipts.Find("a1")!.Answer.Text.ShouldBe("Second. [1]");
        chats.Receipts.ListLast().Select(receipt => receipt.Answer.Text).ShouldBe(["Second. [1]", "First. [1]"]);
    }

    [Fact]
    public async Task Twenty_are_listed()
    {
        for (int i = 0; i < 25; i++)
            await chats.Receipts.KeepAsync(Question with { Text = $"Question {i}?" }, SomeAnswer.NotFound(), Stop);
        chats.Receipts.ListLast().Select(receipt => receipt.Question.Text).ShouldBe(Enumerable.Range(5, 20).Reverse().Select(i => $"Question {i}?"));
    }

    [Theory]
    [InlineData(90, 1)]
    [InlineData(0, 2)]
    public async Task Where_nobody_serves_the_old_goes_when_something_new_is_kept(int retentionDays, int left)
    {
        var receipts = new ReceiptStore(chats.Database, new ConversationOptions { RetentionDays = retentionDays }, chats.Clock);
        await receipts.KeepAsync(Question, SomeAnswer.Answered("Old. [1]"), Stop);
        chats.Clock.Now += TimeSpan.FromDays(91);
        await receipts.KeepAsync(Question, SomeAnswer.Answered("New. [1]"), Stop);
        receipts.ListLast().Count.ShouldBe(left);
    }

    [Fact]
    public async Task A_message_that_was_answered_or_forgotten_meanwhile_leaves_no_receipt()
    {
        var message = TemporaryChats.Message();
        await chats.Inbox.AcceptAsync(message, Stop);
        var leased = (await chats.LeaseAsync()).Single();
        await chats.Forgetting.ForgetUserAsync(message.UserKey, Stop);
        (await chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(message), "", Stop, SomeReceipt.Of(message))).ShouldBeFalse();
        chats.Receipts.ListLast().ShouldBeEmpty();
    }

    private static string Json(Receipt receipt) => JsonSerializer.Serialize(receipt, AnswerJson.Compact);

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}
