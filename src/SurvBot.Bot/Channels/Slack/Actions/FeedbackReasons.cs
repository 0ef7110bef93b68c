using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>The dialog that asks what was wrong with an answer, and what comes back from it.</summary>
internal sealed class FeedbackReasons(ConversationStore conversations)
{
    private const string Dialog = "feedback_reason", Kind = "kind", Words = "words";
    private const int MostWords = 1000;

    private static readonly FeedbackVerdict[] Kinds = [FeedbackVerdict.WrongSource, FeedbackVerdict.OutOfDate, FeedbackVerdict.Missing];

    /// <summary>The dialog about one reply.</summary>
    public static JsonObject View(string replyId) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = Dialog,
        ["private_metadata"] = replyId,
        ["title"] = Plain("What was wrong?"),
        ["submit"] = Plain("Send"),
        ["close"] = Plain("Cancel"),
        ["blocks"] = new JsonArray(
            Input(Kind, "It was", new JsonObject { ["type"] = "radio_buttons", ["action_id"] = Kind, ["options"] = new JsonArray([.. Kinds.Select(Option)]) }),
            Input(Words, "In your words", new JsonObject { ["type"] = "plain_text_input", ["action_id"] = Words, ["multiline"] = true, ["max_length"] = MostWords })),
    };

    /// <summary>Keeps what was chosen and written in place of the bare thumb.</summary>
    public async Task KeepAsync(SlackInteraction sent, CancellationToken cancellationToken)
    {
        if (sent is not { CallbackId: Dialog, Carried: { Length: > 0 } replyId } || conversations.FindTurn(SlackPlace.WorkspaceKey(sent.Tenant), replyId) is not { } turn)
            return;
        string? kind = sent.Inputs.GetValueOrDefault(Kind), words = sent.Inputs.GetValueOrDefault(Words)?.Trim();
        var verdict = Kinds.Where(each => each.ToString() == kind).DefaultIfEmpty(FeedbackVerdict.Unhelpful).First();
        string user = Key.Of(SlackPlace.ChannelName, sent.Tenant.Team, sent.User);
        await conversations.AddFeedbackThereAsync(replyId, turn.ConversationId, user, verdict, words is { Length: > MostWords } ? words[..MostWords] : words, cancellationToken);
    }

    private static JsonObject Input(string name, string label, JsonObject element) => new() { ["type"] = "input", ["block_id"] = name, ["optional"] = true, ["label"] = Plain(label), ["element"] = element };

    private static JsonNode Option(FeedbackVerdict verdict) => new JsonObject { ["text"] = Plain(FeedbackWords.Of(verdict)), ["value"] = verdict.ToString() };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };
}
