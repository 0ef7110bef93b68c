using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Feeds;

namespace SurvBot.Bot.Commands;

/// <summary>Reads feeds and says what is in them; nothing is stored.</summary>
internal sealed class FeedsCheckCommand : Verb
{
    private static readonly string[] FolderExtensions = [".xml", ".rss", ".atom", ".rdf", ".json", ".feed"];

    private readonly CommandEnvironment environment;
    private readonly Argument<string[]> named = new("FILE|FOLDER") { Description = "Saved feeds, or folders of them", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> origin = new("--origin") { Description = "The address that the files came from, where relative addresses in them begin", HelpName = "URL" };

    public FeedsCheckCommand(CommandEnvironment environment) : base(
        "check", "Read feeds and say what is in them, without storing anything.", "feeds check saved-feeds/", "feeds check news.xml --json")
    {
        this.environment = environment;
        Arguments.Add(named);
        Options.Add(origin);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var start = Origin(result.GetValue(origin));
        bool asJson = result.GetValue(GlobalOptions.Json), allRead = true;
        foreach (string file in result.GetValue(named)!.SelectMany(Files))
        {
            var line = FeedLine.Of(file, await ReadAsync(file, start, cancellationToken));
            allRead &= line.Status == FeedLine.Ok;
            if (asJson)
                environment.WriteJson(line);
            else
                environment.WriteLine(TerminalText.Line(line.ToString()));
        }
        return allRead ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Uri Origin(string? named) =>
        named is null ? new Uri("about:blank")
        : Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw CommandException.WrongUse($"--origin {named} is not an address such as https://example.org/feed.xml.");

    private IEnumerable<string> Files(string path)
    {
        string full = environment.FullPath(path);
        if (File.Exists(full))
            return [path];
        if (!Directory.Exists(full))
            throw CommandException.WrongUse($"There is no file or folder {path}.");
        return Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchType = MatchType.Simple })
            .Where(file => FolderExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => Path.Combine(path, Path.GetRelativePath(full, file))).Order(StringComparer.Ordinal);
    }

    private async Task<FeedOutcome> ReadAsync(string file, Uri start, CancellationToken cancellationToken)
    {
        try
        {
            var info = new FileInfo(environment.FullPath(file));
            if (info.Length > FeedReader.MaxBytes)
                return new UnreadableFeed($"it has {info.Length:N0} bytes, at most {FeedReader.MaxBytes:N0} are read");
            return FeedReader.Read(await File.ReadAllBytesAsync(info.FullName, cancellationToken), charset: null, start);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new UnreadableFeed($"it cannot be read: {fault.Message.TrimEnd('.')}");
        }
    }

    private sealed record FeedLine(string File, string Status, string? Format, string? Title, int? Items, FirstItem? FirstItem, string? Reason)
    {
        public const string Ok = "ok";

        public static FeedLine Of(string file, FeedOutcome outcome) => outcome switch
        {
            FeedRead { Feed: var feed } => new(file, Ok, feed.Format, feed.Title, feed.Items.Count, feed.Items is [var first, ..] ? Commands.FirstItem.Of(first) : null, feed.IsRepaired ? "it is ill-formed and was mended" : null),
            UnreadableFeed { Reason: var reason } => new(file, "error", null, null, null, null, reason),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of reading a feed."),
        };

        public override string ToString() => Status == Ok
            ? $"{File}: {Format}, {(Title is null ? "untitled" : $"“{Title}”")}, {Items} item{(Items == 1 ? "" : "s")}{(FirstItem is null ? "" : $", first {FirstItem}")}{(Reason is null ? "" : $" ({Reason})")}"
            : $"{File}: error, {Reason}";
    }
}

/// <summary>What a feed announces first.</summary>
internal sealed record FirstItem(string? Title, string? Link, PartialDate? Published, string? Author)
{
    public static FirstItem Of(FeedItem item) => new(item.Title, item.Link, item.Published, item.Authors.Count == 0 ? null : string.Join(", ", item.Authors));

    public override string ToString() => $"“{Title ?? Link ?? "untitled"}”{(Published is { } date ? $" of {date.ToDisplayString()}" : "")}{(Author is null ? "" : $" by {Author}")}";
}
