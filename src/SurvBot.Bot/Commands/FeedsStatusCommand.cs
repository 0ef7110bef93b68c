using System.CommandLine;
using System.Globalization;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;

namespace SurvBot.Bot.Commands;

/// <summary>Says how each feed is: last poll, next poll, what it brought, what is wrong.</summary>
internal sealed class FeedsStatusCommand : Verb
{
    private readonly CommandEnvironment environment;

    public FeedsStatusCommand(CommandEnvironment environment) : base("status", "Say how the feeds are: last and next poll, what they brought, what is wrong.", "feeds status", "feeds status --json")
    {
        this.environment = environment;
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var feeds = await services.GetRequiredService<IFeedStore>().ListAsync(cancellationToken);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(feeds.Select(FeedStatus.Of));
        else
        {
            foreach (var feed in feeds)
                environment.WriteLine(TerminalText.Line(Line(feed)));
            environment.Tell($"{feeds.Count} feeds: {feeds.Count(feed => feed is { Disabled: null, Errors: 0 })} well, {feeds.Count(feed => feed is { Disabled: null, Errors: > 0 })} failing, {feeds.Count(feed => feed.Disabled is not null)} not polled any more.");
        }
        return ExitCodes.Done;
    }

    private static string Line(FollowedFeed feed) => string.Create(CultureInfo.InvariantCulture,
        $"{feed.Address}: {Health(feed)}; {(feed.PolledAt is { } at ? $"last polled {at:yyyy-MM-dd HH:mm} UTC" : "not polled yet")}; {feed.Yield.Taken} taken, {feed.Yield.Waiting} waiting, {feed.Yield.LeftOut} left out");

    private static string Health(FollowedFeed feed) => feed switch
    {
        { Disabled: { } reason } => $"not polled any more, {reason}",
        { Errors: > 0 } => string.Create(CultureInfo.InvariantCulture, $"failing ({feed.Errors} in a row: {feed.LastError}), next try {feed.NextPoll:yyyy-MM-dd HH:mm} UTC"),
        _ => string.Create(CultureInfo.InvariantCulture, $"well, next poll {feed.NextPoll:yyyy-MM-dd HH:mm} UTC, then every {feed.Rhythm.TotalHours:0.#} h"),
    };

    private sealed record FeedStatus(string Address, string? Title, string Health, DateTimeOffset? LastPoll, DateTimeOffset? LastNews, DateTimeOffset? NextPoll, double RhythmMinutes, int Polls, int Errors, string? Reason, FeedYield Yield)
    {
        public static FeedStatus Of(FollowedFeed feed) => new(
            feed.Address, feed.Title, feed.Disabled is not null ? "disabled" : feed.Errors > 0 ? "failing" : feed.PolledAt is null ? "new" : "ok", feed.PolledAt, feed.ChangedAt,
            feed.Disabled is null ? feed.NextPoll : null, Math.Round(feed.Rhythm.TotalMinutes, 1), feed.Polls, feed.Errors, feed.Disabled ?? feed.LastError, feed.Yield);
    }
}
