using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Feeds.Opml;

namespace SurvBot.Bot.Commands;

/// <summary>Follows the feeds of a list that a feed reader exported.</summary>
internal sealed class FeedsImportCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string> file = new("FILE") { Description = "A list of feeds (OPML)" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only say what would be followed" };

    public FeedsImportCommand(CommandEnvironment environment) : base("import", "Follow the feeds of a list (OPML) that a feed reader exported.", "feeds import feeds.opml --dry-run", "feeds import feeds.opml")
    {
        this.environment = environment;
        Arguments.Add(file);
        Options.Add(dryRun);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var list = Read(result.GetValue(file)!);
        foreach (string fault in list.Faults)
            environment.Tell(TerminalText.Line($"Left out: {fault}."));
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var store = services.GetRequiredService<IFeedStore>();
        var now = environment.Clock.GetUtcNow();
        var feeds = list.Feeds.Select(feed => new FollowedFeed { Address = feed.Address, Title = feed.Title, Site = feed.Site, Group = feed.Group, NextPoll = PollRhythm.FirstOf(feed.Address, now) }).ToList();
        if (result.GetValue(dryRun))
            await TellAsync(feeds, store, cancellationToken);
        else
            environment.WriteLine(Summary(await store.AddAsync(feeds, cancellationToken), feeds.Count, "Following"));
        return ExitCodes.Done;
    }

    private async Task TellAsync(List<FollowedFeed> feeds, IFeedStore store, CancellationToken cancellationToken)
    {
        var known = (await store.ListAsync(cancellationToken)).Select(feed => feed.Address).ToHashSet(StringComparer.Ordinal);
        foreach (var feed in feeds)
            environment.WriteLine(TerminalText.Line($"{(known.Contains(feed.Address) ? "followed already" : "new")}: {feed.Address}{(feed.Title is null ? "" : $" “{feed.Title}”")}"));
        environment.Tell(Summary(feeds.Count(feed => !known.Contains(feed.Address)), feeds.Count, "Nothing was changed; would follow"));
    }

    private static string Summary(int added, int all, string begin) => $"{begin} {added} new {(added == 1 ? "feed" : "feeds")}{(added < all ? $"; {all - added} followed already" : "")}.";

    private OpmlList Read(string path)
    {
        try
        {
            var info = new FileInfo(environment.RequireFile(path));
            return info.Length > OpmlReader.MaxBytes ? throw new FormatException($"it has {info.Length:N0} bytes, at most {OpmlReader.MaxBytes:N0} are read") : OpmlReader.Read(File.ReadAllBytes(info.FullName));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{path} cannot be imported: {fault.Message.TrimEnd('.')}.");
        }
    }
}
