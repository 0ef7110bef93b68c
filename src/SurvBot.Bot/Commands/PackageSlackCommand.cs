using System.CommandLine;
using System.Text;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Channels.Slack.Packaging;

namespace SurvBot.Bot.Commands;

/// <summary>Makes the manifest for Slack, or says what Slack would refuse.</summary>
internal sealed class PackageSlackCommand : Verb
{
    private const string NotWritten = "No manifest was written";

    private readonly CommandEnvironment environment;
    private readonly Option<string?> host = new("--host") { Description = "The name under which Slack reaches the bot", HelpName = "NAME" };
    private readonly Option<bool> socket = new("--socket") { Description = "For Socket Mode: the bot calls Slack, and needs no name of its own" };
    private readonly Option<bool> hearRooms = new("--hear-rooms") { Description = "Let the bot hear what does not mention it in rooms it was added to, so that a room can have every question answered" };
    private readonly Option<string?> manifest = new("--manifest") { Description = "Your own manifest (else the one that comes with SurvBot)", HelpName = "FILE" };
    private readonly Option<string?> output = new("--out") { Description = "The file to write (else it is printed)", HelpName = "FILE" };

    public PackageSlackCommand(CommandEnvironment environment) : base(
        "slack", "Make the manifest for Slack and check it as Slack would: what is wrong is told a line each, and nothing is written.",
        "package slack --host survbot.example.org", "package slack --socket --out slack.json")
    {
        this.environment = environment;
        foreach (var option in (Option[])[host, socket, hearRooms, manifest, output])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = OptionsOf(result);
        if (options.Faults() is { Count: > 0 } wrongUse)
            return environment.TellFaults(wrongUse, NotWritten, ExitCodes.WrongUse);
        var package = SlackPackage.Build(options);
        if (package.Faults is { Count: > 0 } faults)
            return environment.TellFaults(faults, NotWritten, ExitCodes.Failed);
        await WriteAsync(package.ToJson(), result.GetValue(output), cancellationToken);
        environment.Tell("Paste it at https://api.slack.com/apps: Create New App, From a manifest.");
        environment.Tell(options.IsSocketMode
            ? "It expects a bot with SLACK_BOT_TOKEN and SLACK_APP_TOKEN, an app-level token with connections:write."
            : $"It expects a bot at https://{options.Host}/slack/events with SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN.");
        return ExitCodes.Done;
    }

    /// <summary>What is printed is the manifest alone, for a pipe to the clipboard.</summary>
    private async Task WriteAsync(byte[] json, string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            environment.WriteLine(Encoding.UTF8.GetString(json).TrimEnd('\n'));
            return;
        }
        await File.WriteAllBytesAsync(environment.FullPath(file), json, cancellationToken);
        environment.WriteLine(TerminalText.Line($"Wrote {file}."));
    }

    private SlackPackageOptions OptionsOf(ParseResult result)
    {
        string? file = result.GetValue(manifest);
        if (file is not null && !File.Exists(environment.FullPath(file)))
            throw CommandException.WrongUse($"There is no file {file}.");
        if (result.GetValue(host) is null && !result.GetValue(socket))
            throw CommandException.WrongUse("--host is needed: the name under which Slack reaches the bot, such as survbot.example.org; or --socket.");
        return new SlackPackageOptions
        {
            ManifestFile = file is null ? Path.Combine(AppContext.BaseDirectory, "manifests", "slack", "manifest.json") : environment.FullPath(file),
            Host = result.GetValue(host),
            IsSocketMode = result.GetValue(socket),
            HearsRooms = result.GetValue(hearRooms),
        };
    }
}
