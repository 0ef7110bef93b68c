using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Polls feeds now and takes in what they announce.</summary>
internal sealed class FeedsPollCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string[]> addresses = new("URL") { Description = "Feeds to poll now; those whose time has come if not given", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> all = new("--all") { Description = "Poll every feed now" };

    public FeedsPollCommand(CommandEnvironment environment) : base("poll", "Poll feeds and take in what they announce; 'serve' does the same by itself.", "feeds poll", "feeds poll --all", "feeds poll https://example.org/feed.xml --json")
    {
        this.environment = environment;
        Arguments.Add(addresses);
        Options.Add(all);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var named = result.GetValue(addresses)!.Select(FeedsNamed.Require).ToList();
        var data = result.DataFolder(environment);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        services.RefuseBrokenModels();
        using var writing = data.LockForWriting(services.GetRequiredService<ICorpusStore>());
        var polls = await PollAsync(services, named, result.GetValue(all), cancellationToken);
        var summary = new IngestSummary(environment.Clock) { KeywordOnly = false };
        await foreach (var article in services.GetRequiredService<ArticleCollector>().RunAsync(cancellationToken))
        {
            summary.Add(article);
            if (!result.GetValue(GlobalOptions.Json))
                environment.WriteLine(TerminalText.Line(article.Outcome == IngestionOutcome.Failed ? $"left out {article.Origin}: {article.Reason}" : $"{article.Outcome.ToString().ToLowerInvariant()} {article.Url}"));
        }
        var report = summary.ToReport();
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(new { Polled = polls.Count, Failed = polls.Count(poll => poll.Error is not null), Announced = polls.Sum(poll => poll.Announced), report.Added, report.Updated, report.Unchanged, LeftOut = report.Failed });
        else
            environment.WriteLine($"{polls.Count} {(polls.Count == 1 ? "feed" : "feeds")} polled, {polls.Count(poll => poll.Error is not null)} failed; articles: {report.Added} added, {report.Updated} updated, {report.Failed} left out.");
        return polls.Count > 0 && polls.All(poll => poll.Error is not null) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private async Task<List<FeedPoll>> PollAsync(ServiceProvider services, List<string> named, bool isAll, CancellationToken cancellationToken)
    {
        var run = services.GetRequiredService<FeedRun>();
        var feeds = named.Count == 0 && !isAll ? null : await ChosenAsync(services.GetRequiredService<IFeedStore>(), named, cancellationToken);
        var polls = new List<FeedPoll>();
        await foreach (var poll in feeds is null ? run.PollDueAsync(cancellationToken) : run.PollAsync(feeds, cancellationToken))
        {
            polls.Add(poll);
            environment.Tell(TerminalText.Line($"{poll.Feed.Address}: {(poll.Error is { } error ? $"failed, {error}" : $"{poll.Announced} new or changed")}"));
        }
        return polls;
    }

    /// <summary>The named feeds, or all that are polled.</summary>
    private static async Task<List<FollowedFeed>> ChosenAsync(IFeedStore store, List<string> named, CancellationToken cancellationToken)
    {
        if (named.Count == 0)
            return [.. (await store.ListAsync(cancellationToken)).Where(feed => feed.Disabled is null)];
        var feeds = new List<FollowedFeed>();
        foreach (string address in named)
            feeds.Add(await store.FindAsync(address, cancellationToken) ?? throw CommandException.Failed($"{address} is not followed: 'survbot feeds add {address}' does."));
        return feeds;
    }
}
