using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Home;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Channels.Slack.Shortcuts;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Tells what a request is about. What is of no concern is acknowledged and left alone.</summary>
internal sealed class SlackBot(
    SlackMessages messages, SlashCommands commands, ButtonPresses buttons, FeedbackReasons reasons, StopRequests stops, HomeTab home, HomePresses homePresses, ClaimChecks claims, RoomSettingsDialog settings, SlackOptions options) : ISlackHandler
{
    /// <inheritdoc />
    public async Task<JsonObject?> HandleAsync(SlackRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case not SlackEvent { TakesBack: true } when !options.Allows(request.Tenant.Team, request.Tenant.Enterprise):
                return null;
            case SlackEvent said:
                await HearAsync(said, cancellationToken);
                return null;
            case SlackCommand command:
                return await commands.AnswerAsync(command, cancellationToken);
            case SlackInteraction { Type: "block_actions" } pressed when HomePresses.Have(pressed):
                homePresses.Take(pressed);
                return null;
            case SlackInteraction { Type: "block_actions" } pressed:
                await buttons.TakeAsync(pressed, cancellationToken);
                return null;
            case SlackInteraction { Type: "message_action", CallbackId: SlackApp.CheckClaim } used:
                await claims.TakeAsync(used, cancellationToken);
                return null;
            case SlackInteraction { Type: "view_submission", CallbackId: RoomSettingsView.Dialog } sent:
                return await SetAsync(sent, cancellationToken);
            case SlackInteraction { Type: "view_submission" } sent:
                await reasons.KeepAsync(sent, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task<JsonObject?> SetAsync(SlackInteraction sent, CancellationToken cancellationToken)
    {
        if (CarriedRoom.Read(sent.Carried) is not { } carried)
            return null;
        var shown = await settings.KeepAsync(sent, carried, cancellationToken);
        if (carried.HomeRoom is { } own)
            home.Show(sent.Tenant, sent.User, own);
        return shown;
    }

    private Task HearAsync(SlackEvent said, CancellationToken cancellationToken) => said switch
    {
        { Type: "message", Deleted: not null } => messages.ForgetAsync(said, cancellationToken),
        { Type: "message" or "app_mention" } => messages.TakeAsync(said, cancellationToken),
        { Type: "app_home_opened" } => OpenAsync(said),
        { Type: "agent_session_stopped" } => stops.TakeAsync(said),
        { Type: "app_uninstalled" } or { Type: "tokens_revoked", RevokesBot: true } => messages.LeaveAsync(said, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task OpenAsync(SlackEvent opened)
    {
        home.Open(opened);
        return Task.CompletedTask;
    }
}
