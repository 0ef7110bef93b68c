using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Channels.Slack.Home;

/// <summary>Gathers what one person sees in the app's home.</summary>
internal sealed class HomeReader(Retriever retriever, FirstQuestions questions, ConversationStore conversations, RoomSettingsStore rooms, ConversationOptions options)
{
    private const int MostAsked = 5;

    /// <param name="tenant">Their workspace.</param>
    /// <param name="user">Who.</param>
    /// <param name="room">The room that they have with the bot.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ChatStoreException">What they asked cannot be read.</exception>
    public async Task<HomeContents> ReadAsync(SlackTenant tenant, string user, string room, CancellationToken cancellationToken)
    {
        var (corpus, toAsk) = await ReadCorpusAsync(cancellationToken);
        var asked = conversations.List(Key.Of(SlackPlace.ChannelName, tenant.Team, user)).Where(conversation => conversation.Title.Length > 0).Take(MostAsked);
        var others = rooms.ListSetBy(tenant, user).Where(set => !SlackPlace.IsPersonalRoom(set.Room));
        return new HomeContents(corpus, toAsk, [.. asked], new RoomAsSet(room, rooms.Find(tenant, room)), [.. others], options.RetentionDays);
    }

    private async Task<(CorpusOverview? Corpus, IReadOnlyList<string> ToAsk)> ReadCorpusAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await retriever.GetOverviewAsync(cancellationToken), await questions.GetAsync(cancellationToken));
        }
        catch (CorpusStoreException)
        {
            // The view says so, and whoever runs this finds the reason by "survbot doctor".
            return (null, []);
        }
    }
}
