using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>Does what the buttons of a reply promise.</summary>
/// <remarks>What a button carries is what was put on it: Slack keeps it, and nobody else can send it in a signed request. Even so it opens nothing of another workspace.</remarks>
internal sealed class ButtonPresses(ISlackApi api, SlackMessages messages, FeedbackVotes votes, ConversationStore conversations, Inbox inbox, RouteStore routes, Errands errands, TimeProvider clock)
{
    public Task TakeAsync(SlackInteraction pressed, CancellationToken cancellationToken) => pressed switch
    {
        { Value: not { Length: > 0 } } => Task.CompletedTask,
        { ActionId: SlackActions.Feedback } => votes.TakeAsync(pressed, cancellationToken),
        { ActionId: SlackActions.FollowUp1 or SlackActions.FollowUp2 or SlackActions.FollowUp3 or SlackActions.Widen } => AskAsync(pressed, cancellationToken),
        { ActionId: SlackActions.More or SlackActions.Sources or SlackActions.Answer, ResponseUrl: not null } => OpenAsync(pressed),
        { ActionId: SlackActions.Share } => ShareAsync(pressed, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task AskAsync(SlackInteraction pressed, CancellationToken cancellationToken)
    {
        if (SlackPlace.Of(pressed) is { } place)
            await messages.AskAsync(place, PressId(pressed), PressId(pressed), pressed.Value!, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Shows what a reply kept back, to who asked for it.</summary>
    private Task OpenAsync(SlackInteraction pressed)
    {
        var message = TurnOf(pressed) is { } turn ? SlackReply.Opened(turn.Reply, pressed.ActionId!) : new SlackMessage("This answer is not kept any more: please ask again.", []);
        errands.Run(cancellationToken => api.RespondAsync(pressed.ResponseUrl!, message.ForOne(), cancellationToken));
        return Task.CompletedTask;
    }

    /// <summary>Says in the room what was said to one person, once.</summary>
    private async Task ShareAsync(SlackInteraction pressed, CancellationToken cancellationToken)
    {
        if (pressed.Room is not { } room || TurnOf(pressed) is not { } turn)
            return;
        var place = SlackPlace.Open(pressed, room);
        string id = $"{SlackActions.Share}/{pressed.Value}";
        var message = place.Message(id, id, turn.Question, clock.GetUtcNow());
        await routes.KeepAsync(place.Reply(message), cancellationToken);
        var shared = new Reply(message.Id, [new Paragraph([ReplySpan.Of($"Shared answer to “{turn.Question}”")]), .. turn.Reply.Blocks]);
        await inbox.ReplyAtOnceAsync(message, shared, cancellationToken, answer: ReplyText.AnswerOf(turn.Reply));
    }

    private KeptTurn? TurnOf(SlackInteraction pressed) => conversations.FindTurn(SlackPlace.WorkspaceKey(pressed.Tenant), pressed.Value!);

    private static string PressId(SlackInteraction pressed) => $"{pressed.ActionId}/{pressed.User}/{pressed.ActionTs}";
}
