using System.Text.Json;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Invokes;

/// <summary>Keeps a thumb up or down, and the words that came with it, with the answer.</summary>
internal sealed class FeedbackInvoke(ConversationStore conversations)
{
    private const int MostReason = 1000;

    // Anything but an empty object is shown as an error.
    private static readonly InvokeResponse Taken = new(StatusCodes.Status200OK, new { });

    public async Task<InvokeResponse?> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Member.Text(activity.Value, "actionName") != "feedback" || TeamsPlace.Of(activity) is not { } place)
            return null;
        FeedbackVerdict? verdict = Member.Text(activity.Value, "actionValue", "reaction") switch
        {
            "like" => FeedbackVerdict.Helpful,
            "dislike" => FeedbackVerdict.Unhelpful,
            _ => null,
        };
        if (verdict is not { } given)
            return new InvokeResponse(StatusCodes.Status400BadRequest);
        string conversation = place.Address.ConversationId;
        if (conversations.FindReplyId(conversation, activity.ReplyToId) is { } reply)
            await conversations.AddFeedbackThereAsync(reply, conversation, place.Message("", "", default).UserKey, given, ReasonIn(Member.At(activity.Value, "actionValue", "feedback")), cancellationToken);
        return Taken;
    }

    /// <summary>Teams sends an object as text, its emulator the bare words.</summary>
    private static string? ReasonIn(JsonElement? feedback)
    {
        string? words = feedback is { ValueKind: JsonValueKind.Object } ? Member.Text(feedback, "feedbackText") : Member.Text(feedback);
        if (words is ['{', ..])
        {
            try
            {
                using var json = JsonDocument.Parse(words);
                words = Member.Text(json.RootElement, "feedbackText") ?? words;
            }
            catch (JsonException)
            {
                // Somebody's words may begin like that, too.
            }
        }
        return string.IsNullOrWhiteSpace(words) ? null : words.Length <= MostReason ? words.Trim() : words[..MostReason].Trim();
    }
}
