using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>Answers /survbot, for the eyes of who uses it: at once where nothing has to be searched, else later where Slack said that answers go.</summary>
internal sealed partial class SlashCommands(SlackMessages messages, ConversationStore conversations, RoomSettingsDialog settings, TimeProvider clock)
{
    private const string Usage = """
        I answer questions about AI-surveillance news from an indexed set of articles; only you see what I answer to a command, until you share it.
        • `/survbot ask` and a question
        • `/survbot timeline` and whom or what it is about
        • `/survbot changes` and whom or what it is about, with "since …" for a date
        • `/survbot sources` for the sources of my last answer to you here
        • `/survbot settings` for when and how I answer in this room
        In threads commands are not available: mention me there.
        """;

    public async Task<JsonObject?> AnswerAsync(SlackCommand command, CancellationToken cancellationToken)
    {
        string text = command.Text.Trim();
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string verb = (space < 0 ? text : text[..space]).ToLowerInvariant(), rest = SlackText.Said(space < 0 ? "" : text[space..], null);
        return (verb, rest) switch
        {
            ("" or "help", _) or ("ask" or "timeline" or "changes", "") => Said(Usage),
            ("sources", "") => LastSources(command),
            ("settings", "") => OpenSettings(command),
            ("ask", _) => await AskAsync(command, rest, cancellationToken),
            ("timeline", _) => await AskAsync(command, $"Timeline of {rest}", cancellationToken),
            ("changes", _) => await AskAsync(command, $"What changed about {rest}{(Dated().IsMatch(rest) ? "" : " in the last month")}?", cancellationToken),
            _ => await AskAsync(command, SlackText.Said(text, null), cancellationToken),
        };
    }

    private async Task<JsonObject?> AskAsync(SlackCommand command, string question, CancellationToken cancellationToken)
    {
        await messages.AskAsync(SlackPlace.Of(command), command.TriggerId, command.TriggerId, question, clock.GetUtcNow(), cancellationToken);
        return null;
    }

    private JsonObject? OpenSettings(SlackCommand command)
    {
        settings.Open(command.Tenant, command.TriggerId, new CarriedRoom(command.Room, command.ResponseUrl));
        return null;
    }

    private JsonObject LastSources(SlackCommand command)
    {
        string conversation = SlackPlace.Of(command).Address.ConversationId;
        return conversations.FindReplyId(conversation, null) is { } last && conversations.FindReplyIn(conversation, last) is { } reply
            ? SlackReply.Opened(reply, SlackActions.Sources).ForOne()
            : Said("You have not asked me anything here by a command yet.");
    }

    private static JsonObject Said(string text) => new SlackMessage(text, []).ForOne();

    [GeneratedRegex(@"\b(since|last|past|this|today|yesterday)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
