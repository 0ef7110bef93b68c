using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SurvBot.Bot.Channels;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Home;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Channels.Slack.Shortcuts;
using SurvBot.Bot.Channels.Slack.Streaming;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>The whole bot between a Slack in memory, a file of chats and a few articles.</summary>
internal sealed class SlackDesk : IAsyncDisposable
{
    public static readonly SlackTenant Tenant = new(null, "T1", false);

    private readonly Newsroom newsroom;

    public SlackOptions Options { get; } = new();

    private SlackDesk(Newsroom newsroom)
    {
        this.newsroom = newsroom;
        var options = Options;
        var errands = new Errands(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), NullLogger<Errands>.Instance);
        var routes = new RouteStore(Chats.Database);
        Rooms = new RoomSettingsStore(Chats.Database);
        Messages = new SlackMessages(Chats.Inbox, routes, Chats.Conversations, Rooms, Chats.Forgetting, Slack, options, Chats.Clock);
        Reasons = new FeedbackReasons(Chats.Conversations);
        Buttons = new ButtonPresses(Slack, Messages, new FeedbackVotes(Chats.Conversations, Slack, Slack, errands), Chats.Conversations, Chats.Inbox, routes, errands, Chats.Clock);
        var settings = new RoomSettingsDialog(Slack, Slack, Rooms, newsroom.Retriever, errands);
        Commands = new SlashCommands(Messages, Chats.Conversations, settings, Chats.Clock);
        var home = new HomeTab(Slack, Slack, new HomeReader(newsroom.Retriever, newsroom.First, Chats.Conversations, Rooms, new ConversationOptions()), newsroom.First, errands);
        Handler = new MessageHandler(newsroom.Answers, newsroom.Greeting, Chats.Conversations, new ConversationOptions());
        Bot = new SlackBot(Messages, Commands, Buttons, Reasons, new StopRequests(new OpenStreams<AnswerStream>(TimeSpan.FromMinutes(6), Chats.Clock), new AgentStatus(Slack), errands), home,
            new HomePresses(Slack, Slack, Messages, settings, errands, Chats.Clock), new ClaimChecks(Messages, Slack, errands, options, Chats.Clock), settings, Options);
    }

    public TemporaryChats Chats { get; } = new();

    public ScriptedSlack Slack { get; } = new();

    public SlackBot Bot { get; }

    public SlackMessages Messages { get; }

    public RoomSettingsStore Rooms { get; }

    public SlashCommands Commands { get; }

    public ButtonPresses Buttons { get; }

    public FeedbackReasons Reasons { get; }

    public MessageHandler Handler { get; }

    public static async Task<SlackDesk> OpenAsync(params ArticleDraft[] articles) => new(await Newsroom.OpenAsync(articles, embeddings: false));

    /// <summary>Something happens in Slack; each is delivered under a name of its own.</summary>
    public Task HearAsync(string inner) => Bot.HandleAsync(SomeSlack.Event(inner, $"Ev{inner.GetHashCode(StringComparison.Ordinal)}"), TestContext.Current.CancellationToken);

    /// <summary>A room is set by Bob.</summary>
    public Task SetAsync(RoomSettings settings, string room = "C1") => Rooms.KeepAsync(Tenant, room, "UBOB", settings, TestContext.Current.CancellationToken);

    /// <summary>What waits for its answer.</summary>
    public async Task<IReadOnlyList<IncomingMessage>> AskedAsync() => [.. (await Chats.LeaseAsync()).Select(leased => leased.Message)];

    public ValueTask DisposeAsync()
    {
        newsroom.Dispose();
        return Chats.DisposeAsync();
    }
}
