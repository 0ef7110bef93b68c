using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Channels.Slack.Home;

/// <summary>What one person sees in the app's home.</summary>
/// <param name="Corpus">What can be found; null where it cannot be read.</param>
/// <param name="ToAsk">Questions for somebody who does not know what to ask.</param>
/// <param name="Asked">What they asked lately in this workspace, the latest first.</param>
/// <param name="Own">The settings of the room that they have with the bot.</param>
/// <param name="Rooms">Rooms whose settings they have chosen.</param>
/// <param name="RetentionDays">How long questions are kept; 0 for ever.</param>
internal sealed record HomeContents(
    CorpusOverview? Corpus, IReadOnlyList<string> ToAsk, IReadOnlyList<Conversation> Asked, RoomAsSet Own, IReadOnlyList<RoomAsSet> Rooms, int RetentionDays);
