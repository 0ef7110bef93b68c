using System.Diagnostics;
using SurvBot.Answers;
using SurvBot.Bot.Receipts;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Conversations;

/// <summary>From a message to the reply to it.</summary>
public sealed class MessageHandler(AnswerService answers, Greeting greeting, ConversationStore conversations, ConversationOptions options)
{
    /// <summary>Answers a message with its conversation in mind.</summary>
    /// <param name="message">What somebody wrote.</param>
    /// <param name="show">Is given each step on the way, the text as it grows included.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ChatStoreException">The conversation cannot be read.</exception>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<HandledMessage> HandleAsync(IncomingMessage message, Func<Reply, Task> show, CancellationToken cancellationToken)
    {
        if (message.Text.Length > options.MostCharacters)
            return new HandledMessage(Notices.TooLong(message.Id, options.MostCharacters));
        if (Greeting.IsMeantBy(message.Text))
            return new HandledMessage(await greeting.ComposeAsync(message.Id, cancellationToken));
        var history = message.StandsAlone ? [] : conversations.GetHistory(message.Address.ConversationId, options.HistoryTurns);
        var question = new Question(message.Text, message.AsOf ?? message.SentAt, history) { Publishers = message.Publishers ?? [], Asker = new Asker(message.WorkspaceKey, message.UserKey) };
        await foreach (var update in answers.AnswerAsync(question, cancellationToken))
        {
            var reply = ReplyComposer.Compose(message.Id, update);
            if (update is Answered { Answer: var answer })
                return new HandledMessage(WithRemarks(reply, message), answer.Text, new Receipt(message.Id, message.SentAt, question, answer));
            await show(reply);
        }
        throw new UnreachableException("An answer ends with itself.");
    }

    /// <summary>Whoever reads it must know what was asked, and that not everything was searched.</summary>
    private static Reply WithRemarks(Reply reply, IncomingMessage message)
    {
        IEnumerable<string> remarks = [.. message.Remark is { } said ? [said] : Array.Empty<string>(), .. message.Publishers is { Count: > 0 } publishers ? [$"I searched only what these published, as this place is set: {string.Join(", ", publishers)}."] : Array.Empty<string>()];
        return reply with { Blocks = [.. remarks.Select(text => new Caveat(text)), .. reply.Blocks] };
    }
}

/// <summary>What a message is answered with.</summary>
/// <param name="Reply">What is shown.</param>
/// <param name="Answer">Its text as the conversation remembers it: empty where a next question cannot lean on it.</param>
/// <param name="Receipt">What the answer is accounted for with; null where it says nothing about the world.</param>
public sealed record HandledMessage(Reply Reply, string Answer = "", Receipt? Receipt = null);
