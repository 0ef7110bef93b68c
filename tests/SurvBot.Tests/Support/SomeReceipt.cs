using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;

namespace SurvBot.Tests.Support;

/// <summary>Arbitrary receipts.</summary>
internal static class SomeReceipt
{
    /// <summary>Of a message in a chat, whose answer says what it was asked.</summary>
    public static Receipt Of(IncomingMessage message, params Turn[] history) => new(
        message.Id, message.SentAt, new Question(message.Text, message.SentAt, history) { Asker = new Asker(message.WorkspaceKey, message.UserKey) },
        SomeAnswer.Answered() with { Id = $"answer-{message.MessageId}", Question = message.Text });

    /// <summary>Takes a message in and answers it as the workers do, with what its thread said before.</summary>
    public static async Task AnswerAsync(this TemporaryChats chats, IncomingMessage message, int historyTurns)
    {
        var history = chats.Conversations.GetHistory(message.Address.ConversationId, historyTurns);
        await chats.Inbox.AcceptAsync(message, default);
        var leased = (await chats.LeaseAsync()).Single(each => each.Message.Id == message.Id);
        (await chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(message), $"Answer to {message.Text}", default, Of(message, [.. history]))).ShouldBeTrue();
    }
}
