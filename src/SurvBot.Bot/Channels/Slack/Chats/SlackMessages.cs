using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>Takes in what people write and take back, and hears where the app was removed.</summary>
/// <remarks>Members throw <see cref="ChatStoreException"/> when nothing can be kept; then the platform must not get its acknowledgement.</remarks>
internal sealed class SlackMessages(
    Inbox inbox, RouteStore routes, ConversationStore conversations, RoomSettingsStore rooms, Forgetting forgetting, ISlackInstallations installations, SlackOptions options, TimeProvider clock)
{
    /// <summary>Somebody wrote something. A mention comes as two events, which share the message's name.</summary>
    public async Task TakeAsync(SlackEvent said, CancellationToken cancellationToken)
    {
        string? bot = said.Bot ?? options.BotUserId;
        if (IsAPersons(said, bot) && PlaceOf(said) is var (place, settings) && (IsForBot(said, bot) || IsHeard(said, place, settings)))
            await AskAsync(place, said.EventId, said.Ts!, SlackText.Said(said.Text ?? "", bot), SlackPlace.TimeOf(said.Ts) ?? clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Somebody took a question back: it and its answer are forgotten here.</summary>
    public async Task ForgetAsync(SlackEvent said, CancellationToken cancellationToken)
    {
        if (SlackPlace.OfDeleted(said) is { } place)
            await forgetting.ForgetMessageAsync(place.Message(said.EventId, said.Deleted!.Ts, "", clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>The app was removed: nothing of there is kept.</summary>
    public async Task LeaveAsync(SlackEvent said, CancellationToken cancellationToken)
    {
        if (await installations.ForgetAsync(said.Tenant, said.At ?? clock.GetUtcNow(), cancellationToken))
            await forgetting.ForgetHomeAsync(SlackPlace.HomeKey(said.Tenant.Home), cancellationToken);
    }

    /// <summary>Asks in somebody's name.</summary>
    public Task AskAsync(SlackPlace place, string delivery, string id, string text, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        AskAsync(place, place.Message(delivery, id, text, sentAt), cancellationToken);

    /// <summary>Asks in somebody's name, of the publishers that the room has chosen.</summary>
    public async Task AskAsync(SlackPlace place, IncomingMessage message, CancellationToken cancellationToken)
    {
        await routes.KeepAsync(place.Reply(message), cancellationToken);
        var publishers = rooms.Find(place.Route.Tenant, place.Address.Room).Publishers;
        await inbox.TakeAsync(publishers.Count > 0 ? message with { Publishers = publishers } : message, cancellationToken);
    }

    /// <summary>Where a message is answered, as its room wants it; null where it does not say who wrote it or where.</summary>
    private (SlackPlace Place, RoomSettings Settings)? PlaceOf(SlackEvent said)
    {
        if (SlackPlace.Of(said) is not { } place)
            return null;
        var settings = rooms.Find(said.Tenant, place.Address.Room);
        return (settings.OnlyForWhoAsks && !place.Route.IsPersonal ? place.ForWhoAsks(said.ThreadTs) : place, settings);
    }

    /// <summary>Whether a message that does not mention the bot is answered all the same: a question, and in a thread only where the bot has answered before.</summary>
    /// <remarks>What mentions somebody is for them. That the bot has answered it knows by itself: few apps may read a thread as often as people write.</remarks>
    private bool IsHeard(SlackEvent said, SlackPlace place, RoomSettings settings) =>
        settings.Hears != Hearing.Mentions && said.Text is { } text && !SlackText.MentionsAnybody(text) && QuestionForm.IsOf(SlackText.Said(text, null))
        && (said.ThreadTs is null ? settings.Hears == Hearing.Questions : conversations.HasTurns(place.Address.ConversationId));

    /// <summary>Not what bots write, this one above all, nor what Slack itself tells in the form of a message, such as that one was changed.</summary>
    private static bool IsAPersons(SlackEvent said, string? bot) => said is { BotId: null, User: { } user, Subtype: null or "file_share" or "thread_broadcast" } && user != bot;

    // With the right scope a bot hears everything in a room: what is not said to it is none of its business.
    private static bool IsForBot(SlackEvent said, string? bot) =>
        said.Type == "app_mention" || said.RoomKind == "im" || (bot is not null && SlackText.Mentions(said.Text ?? "", bot));
}
