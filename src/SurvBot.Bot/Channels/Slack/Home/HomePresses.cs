using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Slack.Settings;

namespace SurvBot.Bot.Channels.Slack.Home;

/// <summary>Does what the buttons of the app's home promise.</summary>
internal sealed class HomePresses(ISlackApi api, ISlackInstallations installations, SlackMessages messages, RoomSettingsDialog settings, Errands errands, TimeProvider clock)
{
    private const int MostQuestion = 1000;

    /// <summary>Whether it is one of them.</summary>
    public static bool Have(SlackInteraction pressed) => Is(pressed, HomeView.Ask) || Is(pressed, HomeView.Change);

    public void Take(SlackInteraction pressed)
    {
        if (pressed is not { Value: { Length: > 0 } value, Carried: { Length: > 0 } own })
            return;
        if (Is(pressed, HomeView.Ask))
            errands.Run(cancellationToken => AskAsync(pressed, own, value, cancellationToken));
        else if (pressed.TriggerId is { } trigger)
            settings.Open(pressed.Tenant, trigger, new CarriedRoom(value, HomeRoom: own));
    }

    /// <summary>Says the question in the person's messages, so that they see what is answered below it.</summary>
    private async Task AskAsync(SlackInteraction pressed, string own, string question, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(pressed.Tenant, cancellationToken) is not { } there)
            return;
        string said = $"You asked: {question}";
        var arguments = new JsonObject
        {
            ["channel"] = own,
            ["text"] = SlackWords.Escaped(said, MostQuestion),
            ["blocks"] = new JsonArray(BlockKit.RichText(BlockKit.Section(BlockKit.Run(said, most: MostQuestion)))),
        };
        if (Member.Text(await api.CallAsync(SlackMethod.PostMessage, there.Token, arguments, cancellationToken), "ts") is { Length: > 0 } ts)
            await messages.AskAsync(SlackPlace.Under(pressed, own, ts), ts, ts, question, clock.GetUtcNow(), cancellationToken);
    }

    private static bool Is(SlackInteraction pressed, string action) => pressed.ActionId?.StartsWith(action, StringComparison.Ordinal) == true;
}
