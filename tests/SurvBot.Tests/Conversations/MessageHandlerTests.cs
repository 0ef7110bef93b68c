using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conversations;

public sealed class MessageHandlerTests : IAsyncLifetime
{
    private readonly TemporaryChats chats = new();
    private Newsroom newsroom = null!;
    private MessageHandler handler = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync(
            [Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018.", publisher: "CNN"), Newsroom.Draft("york", "York bought 12 cameras in April 2018.", publisher: "BBC")], embeddings: false);
        handler = new MessageHandler(newsroom.Answers, newsroom.Greeting, chats.Conversations, new ConversationOptions());
    }

    public ValueTask DisposeAsync()
    {
        newsroom.Dispose();
        return chats.DisposeAsync();
    }

    [Fact]
    public async Task Only_publishers_of_the_place_answer_and_the_reply_says_so()
    {
        var asked = TemporaryChats.Message(text: "Who bought cameras?") with { SentAt = Newsroom.Now, Publishers = ["BBC"] };
        var reply = await ReplyAsync(asked);
        reply.Blocks[0].ShouldBe(new Caveat("I searched only what these published, as this place is set: BBC."));
        string text = ReplyText.Of(reply);
        text.ShouldContain("York bought 12 cameras");
        text.ShouldNotContain("Leeds");
        (await ReplyAsync(asked with { Publishers = null })).Blocks.OfType<Caveat>().ShouldNotContain(caveat => caveat.Text.StartsWith("I searched only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_alone_does_not_lean_on_what_was_said_before()
    {
        await chats.AnswerAsync(TemporaryChats.Message("m1", "What did York buy?"));
        var next = TemporaryChats.Message("m2", "When did they buy cameras?") with { SentAt = Newsroom.Now };
        ReplyText.Of(await ReplyAsync(next)).ShouldNotBe(ReplyText.Of(await ReplyAsync(next with { StandsAlone = true })));
    }

    [Fact]
    public async Task An_answer_has_a_receipt_with_all_that_the_question_leaned_on()
    {
        await chats.AnswerAsync(TemporaryChats.Message("m1", "What did York buy?"));
        var asked = TemporaryChats.Message("m2", "When did they buy cameras?") with { SentAt = Newsroom.Now, Publishers = ["BBC"] };
        var handled = await HandleAsync(asked);
        var receipt = handled.Receipt.ShouldNotBeNull();
        (receipt.Id, receipt.AskedAt, receipt.Question.AsOf, receipt.Answer.Text).ShouldBe((asked.Id, asked.SentAt, asked.SentAt, handled.Answer));
        receipt.Question.History.ShouldHaveSingleItem().Question.ShouldBe("What did York buy?");
        receipt.Question.Publishers.ShouldBe(["BBC"]);
        receipt.Question.Asker.ShouldBe(new Asker(asked.WorkspaceKey, asked.UserKey));
    }

    [Fact]
    public async Task What_is_no_answer_has_no_receipt()
    {
        (await HandleAsync(TemporaryChats.Message(text: "hello"))).Receipt.ShouldBeNull();
        (await HandleAsync(TemporaryChats.Message(text: new string('x', 5000)))).Receipt.ShouldBeNull();
    }

    private async Task<Reply> ReplyAsync(IncomingMessage message) => (await HandleAsync(message)).Reply;

    private Task<HandledMessage> HandleAsync(IncomingMessage message) => handler.HandleAsync(message, _ => Task.CompletedTask, TestContext.Current.CancellationToken);
}
