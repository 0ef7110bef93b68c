using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;

namespace SurvBot.Bot.Commands;

/// <summary>Names the feeds that are followed.</summary>
internal sealed class FeedsListCommand : Verb
{
    private readonly CommandEnvironment environment;

    public FeedsListCommand(CommandEnvironment environment) : base("list", "Name the feeds that are followed.", "feeds list", "feeds list --json")
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
            environment.WriteJson(feeds.Select(feed => new { feed.Address, feed.Title, feed.Site, feed.Group, feed.Disabled }));
        else if (feeds.Count == 0)
            environment.Tell("No feed is followed yet: 'survbot feeds add URL' or 'survbot feeds import FILE' begins.");
        else
            foreach (var feed in feeds)
                environment.WriteLine(TerminalText.Line($"{feed.Address}{(feed.Title is null ? "" : $" “{feed.Title}”")}{(feed.Disabled is null ? "" : " (not polled)")}"));
        return ExitCodes.Done;
    }
}
