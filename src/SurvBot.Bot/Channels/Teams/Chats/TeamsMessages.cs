using System.Globalization;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Teams.Chats;

/// <summary>Takes in what people write, change, take back, and where they add and remove the bot.</summary>
/// <remarks>Members throw <see cref="ChatStoreException"/> when nothing can be kept; then the platform must not get its acknowledgement.</remarks>
internal sealed class TeamsMessages(Inbox inbox, RouteStore routes, Forgetting forgetting, Greeting greeting, TimeProvider clock)
{
    /// <summary>Somebody wrote something.</summary>
    public async Task TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Of(activity) is not { } place || activity.Id is not { Length: > 0 } id || !IsForBot(activity, place))
            return;
        // A button of a card, where the client cannot wait for its answer.
        string said = Member.Text(activity.Value, TeamsReply.QuestionKey) ?? Mentions.Without(activity);
        await AskAsync(place, id, said, activity.Timestamp ?? clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Somebody wrote something else than before: it is another question.</summary>
    public async Task TakeEditAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Id is { Length: > 0 } && Member.Text(activity.ChannelData, "eventType") is "editMessage" or "undeleteMessage")
            await TakeAsync(activity with { Id = string.Create(CultureInfo.InvariantCulture, $"{activity.Id}{IncomingMessage.EditMark}{(activity.Timestamp ?? clock.GetUtcNow()).ToUnixTimeMilliseconds()}") }, cancellationToken);
    }

    /// <summary>Somebody took a question back: it and its answer are forgotten here.</summary>
    public async Task ForgetAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Of(activity) is not { } place || activity.Id is not { Length: > 0 } id)
            return;
        await forgetting.ForgetMessageAsync(place.Message(id, "", clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>The bot was added somewhere, where it says so once, or removed, after which nothing of there is kept.</summary>
    public async Task InstallAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Of(activity) is not { } place)
            return;
        // "remove-upgrade" makes room for a newer version of the app: nobody has left.
        if (activity.Action == "remove")
        {
            await forgetting.ForgetHomeAsync(place.HomeKey, cancellationToken);
            return;
        }
        if (activity.Action != "add" || activity.Id is not { Length: > 0 } id)
            return;
        var message = place.Message(id, "", clock.GetUtcNow());
        await KeepAsync(place, message, cancellationToken);
        await inbox.ReplyAtOnceAsync(message, await greeting.ComposeAsync(message.Id, cancellationToken), cancellationToken);
    }

    /// <summary>Asks in somebody's name.</summary>
    public async Task AskAsync(TeamsPlace place, string id, string text, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var message = place.Message(id, text, sentAt);
        await KeepAsync(place, message, cancellationToken);
        await inbox.TakeAsync(message, cancellationToken);
    }

    // With the right permission a bot hears everything in a group: what is not said to it is none of its business.
    private static bool IsForBot(Activity activity, TeamsPlace place) => place.Route.IsPersonal || Mentions.OfBot(activity) || Member.Text(activity.Value, TeamsReply.QuestionKey) is not null;

    private Task KeepAsync(TeamsPlace place, IncomingMessage message, CancellationToken cancellationToken) =>
        routes.KeepAsync(new ReplyRoute(place.Address.ConversationId, message.WorkspaceKey, place.HomeKey, place.Route.IsPersonal ? message.UserKey : null, place.Route.Write()), cancellationToken);
}
