using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Feeds.Following;

namespace SurvBot.Bot.Commands;

/// <summary>Follows feeds.</summary>
internal sealed class FeedsAddCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string[]> addresses = new("URL") { Description = "Addresses of feeds", Arity = ArgumentArity.OneOrMore };

    public FeedsAddCommand(CommandEnvironment environment) : base("add", "Follow feeds.", "feeds add https://example.org/feed.xml")
    {
        this.environment = environment;
        Arguments.Add(addresses);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var named = result.GetValue(addresses)!.Select(FeedsNamed.Require).ToList();
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var now = environment.Clock.GetUtcNow();
        int added = await services.GetRequiredService<IFeedStore>().AddAsync([.. named.Select(address => new FollowedFeed { Address = address, NextPoll = now })], cancellationToken);
        environment.WriteLine(TerminalText.Line($"Following {added} new {(added == 1 ? "feed" : "feeds")}{(added < named.Count ? $"; {named.Count - added} followed already" : "")}."));
        return ExitCodes.Done;
    }
}

/// <summary>Feeds that a person named.</summary>
internal static class FeedsNamed
{
    /// <summary>The address in its one spelling.</summary>
    /// <exception cref="CommandException">It is none: wrong use.</exception>
    public static string Require(string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo.Length: 0, AbsoluteUri.Length: <= 2048 }
            ? uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : throw CommandException.WrongUse($"{address} is not the address of a feed, such as https://example.org/feed.xml.");
}
