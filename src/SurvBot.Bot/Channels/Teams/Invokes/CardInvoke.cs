using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Teams.Invokes;

/// <summary>Answers the buttons of a reply's card.</summary>
internal sealed class CardInvoke(ConversationStore conversations, ConversationOptions options, TeamsMessages messages, TimeProvider clock)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    public async Task<InvokeResponse?> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var action = Member.At(activity.Value, "action");
        if (TeamsPlace.Of(activity) is not { } place)
            return null;
        return Member.Text(action, "verb") switch
        {
            TeamsReply.ShowSources or TeamsReply.ShowMore or TeamsReply.ShowAnswer => Open(place, Member.Text(action, "data", TeamsReply.ReplyKey), Member.Text(action, "verb")!),
            TeamsReply.Widen when Member.Text(action, "data", TeamsReply.QuestionKey) is { Length: > 0 } question => await WidenAsync(activity, place, question, cancellationToken),
            _ => null,
        };
    }

    private InvokeResponse Open(TeamsPlace place, string? reply, string verb) => reply is not null && conversations.FindReplyIn(place.Address.ConversationId, reply) is { } found
        ? Answer(Cards.ContentType, TeamsReply.Opened(found, verb))
        : Answer(MessageType, "This answer is not kept any more: please ask again.");

    private async Task<InvokeResponse> WidenAsync(Activity activity, TeamsPlace place, string question, CancellationToken cancellationToken)
    {
        // Anybody can send what a card would have sent, so it is bounded as what they write.
        if (question.Length > options.MostCharacters)
            return new InvokeResponse(StatusCodes.Status400BadRequest);
        var now = clock.GetUtcNow();
        await messages.AskAsync(place, activity.Id ?? $"{activity.ReplyToId}/{TeamsReply.Widen}", question, now, cancellationToken);
        return Answer(MessageType, "Searching all dates…");
    }

    private static InvokeResponse Answer(string type, object value) => new(StatusCodes.Status200OK, new { statusCode = StatusCodes.Status200OK, type, value });
}
