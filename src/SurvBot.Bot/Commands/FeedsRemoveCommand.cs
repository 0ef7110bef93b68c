using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;

namespace SurvBot.Bot.Commands;

/// <summary>Stops following a feed.</summary>
internal sealed class FeedsRemoveCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string> address = new("URL") { Description = "The feed's address" };

    public FeedsRemoveCommand(CommandEnvironment environment) : base("remove", "Stop following a feed; its articles stay.", "feeds remove https://example.org/feed.xml")
    {
        this.environment = environment;
        Arguments.Add(address);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string named = FeedsNamed.Require(result.GetValue(address)!);
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        if (!await services.GetRequiredService<IFeedStore>().RemoveAsync(named, cancellationToken))
            throw CommandException.Failed($"{named} is not followed: 'survbot feeds list' names all.");
        environment.WriteLine(TerminalText.Line($"{named} is not followed any more; its articles stay."));
        return ExitCodes.Done;
    }
}
