using System.CommandLine;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Feeds.Opml;

namespace SurvBot.Bot.Commands;

/// <summary>Prints the feeds as a list that feed readers import.</summary>
internal sealed class FeedsExportCommand : Verb
{
    private readonly CommandEnvironment environment;

    public FeedsExportCommand(CommandEnvironment environment) : base("export", "Print the feeds as a list (OPML) that feed readers import.", "feeds export > feeds.opml")
    {
        this.environment = environment;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var feeds = await services.GetRequiredService<IFeedStore>().ListAsync(cancellationToken);
        environment.WriteLine(OpmlWriter.Write("Feeds that SurvBot follows", feeds.Select(feed => new ListedFeed(feed.Address, feed.Title, feed.Site, feed.Group))).TrimEnd());
        return ExitCodes.Done;
    }
}
