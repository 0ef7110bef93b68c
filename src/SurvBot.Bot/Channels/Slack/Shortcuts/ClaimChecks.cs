using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Shortcuts;

/// <summary>Looks for what the articles say on what stands in somebody's message, for the eyes of who wants to know.</summary>
internal sealed class ClaimChecks(SlackMessages messages, ISlackApi api, Errands errands, SlackOptions options, TimeProvider clock)
{
    // Longer than any claim; in more words than these none of them counts for much.
    private const int MostCharacters = 600;

    // Slack's longest messages are shorter.
    private const int MostRead = 50_000;

    private const string Nothing = "There are no words in this message that I could check.";

    public async Task TakeAsync(SlackInteraction used, CancellationToken cancellationToken)
    {
        if (used is not { Room: { Length: > 0 } room, TriggerId: { Length: > 0 } trigger })
            return;
        string said = PlainLine.Of(SlackText.Said(used.MessageText ?? "", options.BotUserId), MostRead);
        if (said.Any(char.IsLetterOrDigit))
            await CheckAsync(used, SlackPlace.Aside(used, room), trigger, said, cancellationToken);
        else if (used.ResponseUrl is { } answers)
            errands.Run(stopped => api.RespondAsync(answers, new SlackMessage(Nothing, []).ForOne(used.ThreadTs), stopped));
    }

    private Task CheckAsync(SlackInteraction used, SlackPlace place, string trigger, string said, CancellationToken cancellationToken)
    {
        string claim = PlainLine.Of(said, MostCharacters);
        var message = place.Message(trigger, trigger, claim, clock.GetUtcNow()) with
        {
            StandsAlone = true,
            Remark = $"What the articles say on “{claim}”{(claim == said ? "" : $", the first {claim.Length - 1:N0} of {said.Length:N0} characters: choose a shorter message for the rest")}",
        };
        return messages.AskAsync(place, message, cancellationToken);
    }
}
