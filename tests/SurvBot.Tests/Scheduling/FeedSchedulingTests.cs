using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SurvBot.Bot.Scheduling;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;
using SurvBot.Tests.Feeds.Following;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Scheduling;

public sealed class FeedSchedulingTests : IDisposable
{
    private const string Herald = "https://news.example/feed", One = "https://news.example/1";

    private readonly TemporaryCorpus corpus = new();
    private readonly ScriptedServers servers = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task Whoever_serves_polls_and_collects_by_itself_also_after_a_restart()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[One] = _ => ScriptedServers.Page(One);
        var store = new SqliteFeedStore(corpus.FilePath);
        await store.AddAsync([new FollowedFeed { Address = Herald, NextPoll = TimeProvider.System.GetUtcNow() }], Token);

        await ServeUntilAsync(async () => (await store.FindAsync(Herald, Token))!.Polls > 0);
        await ServeUntilAsync(async () => await corpus.Store.ListArticlesAsync(Token).AnyAsync(Token));

        (servers.Asked(Herald), servers.Asked(One)).ShouldBe((1, 1));
    }

    private async Task ServeUntilAsync(Func<Task<bool>> isDone)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<ICorpusStore>(corpus.Store).AddSingleton<IFeedStore>(new SqliteFeedStore(corpus.FilePath)).AddSingleton(EmbeddingModels.None)
            .AddSingleton<IngestionPipeline>().AddSingleton<Func<FetchRequest, CancellationToken, Task<FetchOutcome>>>(servers.FetchAsync).AddSingleton<FeedPoller>().AddSingleton<FeedRun>().AddSingleton<ArticleCollector>()
            .AddScheduling(Path.GetDirectoryName(corpus.FilePath)!, TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync(Token);
        for (int i = 0; i < 600 && !await isDone(); i++)
            await Task.Delay(50, Token);
        await host.StopAsync(Token);
        (await isDone()).ShouldBeTrue();
    }
}
