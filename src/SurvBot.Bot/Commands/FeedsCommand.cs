namespace SurvBot.Bot.Commands;

/// <summary>Looks after the feeds that bring new articles.</summary>
internal sealed class FeedsCommand : Verb
{
    public FeedsCommand(CommandEnvironment environment) : base(
        "feeds", "Look after the feeds that bring new articles.",
        "feeds add https://example.org/feed.xml", "feeds import feeds.opml --dry-run", "feeds status", "feeds check saved-feeds/ --json")
    {
        Subcommands.Add(new FeedsAddCommand(environment));
        Subcommands.Add(new FeedsListCommand(environment));
        Subcommands.Add(new FeedsStatusCommand(environment));
        Subcommands.Add(new FeedsPollCommand(environment));
        Subcommands.Add(new FeedsRemoveCommand(environment));
        Subcommands.Add(new FeedsImportCommand(environment));
        Subcommands.Add(new FeedsExportCommand(environment));
        Subcommands.Add(new FeedsCheckCommand(environment));
    }
}
