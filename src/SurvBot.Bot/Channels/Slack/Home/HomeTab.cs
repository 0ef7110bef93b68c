using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Home;

/// <summary>Fills the app's home when somebody opens it: the page, or what to ask at the top of their messages.</summary>
internal sealed class HomeTab(ISlackApi api, ISlackInstallations installations, HomeReader reader, FirstQuestions questions, Errands errands)
{
    // By "assistant.threads.setSuggestedPrompts" of Slack's documentation. For their length it names no limit: this is a button's.
    private const int MostPrompts = 4, MostTitle = 75;

    // One at a time for each person, so that an older page never takes the place of a newer one; some persons share a turn.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    public void Open(SlackEvent opened)
    {
        if (opened is { Tab: "home", User: { Length: > 0 } user, Room: { Length: > 0 } own })
            Show(opened.Tenant, user, own);
        else if (opened is { Tab: "messages", Room: { Length: > 0 } room })
            errands.Run(cancellationToken => SuggestAsync(opened.Tenant, room, cancellationToken));
    }

    /// <summary>Shows the page as it is now.</summary>
    public void Show(SlackTenant tenant, string user, string own) => errands.Run(async cancellationToken =>
    {
        var turn = turns[(uint)StringComparer.Ordinal.GetHashCode(user) % turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            await PublishAsync(tenant, user, own, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    });

    private async Task PublishAsync(SlackTenant tenant, string user, string own, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(tenant, cancellationToken) is not { } there)
            return;
        var view = HomeView.Of(await reader.ReadAsync(tenant, user, own, cancellationToken));
        await api.CallAsync(SlackMethod.PublishView, there.Token, new() { ["user_id"] = user, ["view"] = view }, cancellationToken);
    }

    private async Task SuggestAsync(SlackTenant tenant, string room, CancellationToken cancellationToken)
    {
        var prompts = (await questions.GetAsync(cancellationToken)).Take(MostPrompts).Select(Prompt).ToArray();
        if (prompts.Length > 0 && await installations.FindAsync(tenant, cancellationToken) is { } there)
            await api.CallAsync(SlackMethod.SuggestPrompts, there.Token, new() { ["channel_id"] = room, ["prompts"] = new JsonArray(prompts) }, cancellationToken);
    }

    private static JsonNode Prompt(string question) => new JsonObject { ["title"] = PlainLine.Of(question, MostTitle), ["message"] = question };
}
