using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>Keeps a thumb up or down with the answer, and asks what was wrong where it is down.</summary>
internal sealed class FeedbackVotes(ConversationStore conversations, ISlackApi api, ISlackInstallations installations, Errands errands)
{
    public async Task TakeAsync(SlackInteraction pressed, CancellationToken cancellationToken)
    {
        if (SlackActions.VoteIn(pressed.Value!) is not { } vote || conversations.FindTurn(SlackPlace.WorkspaceKey(pressed.Tenant), vote.ReplyId) is not { } turn)
            return;
        string user = Key.Of(SlackPlace.ChannelName, pressed.Tenant.Team, pressed.User);
        await conversations.AddFeedbackThereAsync(vote.ReplyId, turn.ConversationId, user, vote.IsHelpful ? FeedbackVerdict.Helpful : FeedbackVerdict.Unhelpful, null, cancellationToken);
        // It opens within three seconds of the press, or not at all.
        if (!vote.IsHelpful && pressed.TriggerId is { } trigger)
            errands.Run(stopped => AskWhyAsync(pressed.Tenant, trigger, vote.ReplyId, stopped));
    }

    private async Task AskWhyAsync(SlackTenant tenant, string trigger, string replyId, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(tenant, cancellationToken) is { } there)
            await api.CallAsync(SlackMethod.OpenView, there.Token, new() { ["trigger_id"] = trigger, ["view"] = FeedbackReasons.View(replyId) }, cancellationToken);
    }
}
