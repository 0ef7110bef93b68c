using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Channels.Slack.Settings;

/// <summary>Lets somebody who is in a room choose how it is answered.</summary>
internal sealed class RoomSettingsDialog(ISlackApi api, ISlackInstallations installations, RoomSettingsStore rooms, Retriever retriever, Errands errands)
{
    private const int MostNote = 1000;

    // Slack waits three for what comes back from a dialog.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string NotOpened = "I could not open the settings in time. Please type /survbot settings again.";
    private const string NotThere = "I could not say in that room that this was changed, so nothing was. Are you in it, and am I? Otherwise type /survbot settings there.";

    /// <summary>Opens it, which has to be done within three seconds.</summary>
    public void Open(SlackTenant tenant, string trigger, CarriedRoom carried) => errands.Run(async cancellationToken =>
    {
        try
        {
            await OpenAsync(tenant, trigger, carried, cancellationToken);
        }
        catch (Exception fault) when (carried.ResponseUrl is not null && fault is (SlackRefusedException or SlackUnavailableException or ChannelBusyException))
        {
            await api.RespondAsync(carried.ResponseUrl!, Message(NotOpened).ForOne(), cancellationToken);
        }
    });

    /// <summary>Keeps what was chosen; gives what Slack is to show instead of closing the dialog, null for nothing.</summary>
    public async Task<JsonObject?> KeepAsync(SlackInteraction sent, CarriedRoom carried, CancellationToken cancellationToken)
    {
        var corpus = await retriever.GetOverviewAsync(cancellationToken);
        var settings = RoomSettingsView.Read(sent, rooms.Find(sent.Tenant, carried.Room), corpus.Publishers);
        string note = $"The settings of this room are now: {settings.Describe(SlackPlace.IsPersonalRoom(carried.Room))}.";
        // A command is used in a room, by somebody who is in it. In the app's home Slack is asked: it shows nothing in a room to whoever is not in it.
        if (carried.ResponseUrl is null && !SlackPlace.IsPersonalRoom(carried.Room) && !await IsToldAsync(sent, carried.Room, note, cancellationToken))
            return new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { [RoomSettingsView.Hears] = NotThere } };
        await rooms.KeepAsync(sent.Tenant, carried.Room, sent.User, settings, cancellationToken);
        if (carried.ResponseUrl is { } answers)
            errands.Run(stopped => api.RespondAsync(answers, Message(note).ForOne(), stopped));
        return null;
    }

    private async Task OpenAsync(SlackTenant tenant, string trigger, CarriedRoom carried, CancellationToken cancellationToken)
    {
        var corpus = await retriever.GetOverviewAsync(cancellationToken);
        if (await installations.FindAsync(tenant, cancellationToken) is { } there)
            await api.CallAsync(SlackMethod.OpenView, there.Token, new() { ["trigger_id"] = trigger, ["view"] = RoomSettingsView.Of(carried, rooms.Find(tenant, carried.Room), corpus.Publishers) }, cancellationToken);
    }

    private async Task<bool> IsToldAsync(SlackInteraction sent, string room, string note, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await installations.FindAsync(sent.Tenant, patience.Token) is not { } there)
                return false;
            await api.CallAsync(SlackMethod.PostEphemeral, there.Token, SlackPosts.For(sent.User, new Address(SlackPlace.ChannelName, sent.Tenant.Team, room, ""), Message(note)), patience.Token);
            return true;
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException or ChannelBusyException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static SlackMessage Message(string text) => new(SlackWords.Escaped(text, MostNote), [BlockKit.RichText(BlockKit.Section(BlockKit.Run(text, most: MostNote)))]);
}
