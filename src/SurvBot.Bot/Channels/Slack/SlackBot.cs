using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Tells what a request is about. What is of no concern is acknowledged and left alone.</summary>
internal sealed class SlackBot(SlackMessages messages, SlashCommands commands, ButtonPresses buttons, FeedbackReasons reasons, StopRequests stops) : ISlackHandler
{
    /// <inheritdoc />
    public async Task<JsonObject?> HandleAsync(SlackRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case SlackEvent said:
                await HearAsync(said, cancellationToken);
                return null;
            case SlackCommand command:
                return await commands.AnswerAsync(command, cancellationToken);
            case SlackInteraction { Type: "block_actions" } pressed:
                await buttons.TakeAsync(pressed, cancellationToken);
                return null;
            case SlackInteraction { Type: "view_submission" } sent:
                await reasons.KeepAsync(sent, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private Task HearAsync(SlackEvent said, CancellationToken cancellationToken) => said switch
    {
        { Type: "message", Subtype: "message_deleted" } => messages.ForgetAsync(said, cancellationToken),
        { Type: "message" or "app_mention" } => messages.TakeAsync(said, cancellationToken),
        { Type: "agent_session_stopped" } => stops.TakeAsync(said),
        { Type: "app_uninstalled" } or { Type: "tokens_revoked", RevokesBot: true } => messages.LeaveAsync(said, cancellationToken),
        _ => Task.CompletedTask,
    };
}
