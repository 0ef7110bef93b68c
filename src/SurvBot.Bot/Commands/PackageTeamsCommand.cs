using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Channels.Teams.Packaging;

namespace SurvBot.Bot.Commands;

/// <summary>Builds the app package for Teams, or says what Teams would refuse.</summary>
internal sealed class PackageTeamsCommand : Verb
{
    private const string DefaultFile = "survbot-teams.zip", NotWritten = "No package was written";

    private readonly CommandEnvironment environment;
    private readonly Option<string?> appId = new("--app-id") { Description = "The bot's Microsoft app id (else the environment variable MicrosoftAppId)", HelpName = "GUID" };
    private readonly Option<string?> teamsAppId = new("--teams-app-id") { Description = "The app's id in Teams (else the bot's)", HelpName = "GUID" };
    private readonly Option<string?> host = new("--host") { Description = "The name under which Microsoft reaches the bot", HelpName = "NAME" };
    private readonly Option<string?> version = new("--version") { Description = "The package's version; Teams takes an update only with a higher one (else SurvBot's own)", HelpName = "X.Y.Z" };
    private readonly Option<string?> tenantType = new("--tenant-type") { Description = $"How the bot signs in: {string.Join(", ", TeamsPackageOptions.TenantTypes)} (else the environment variable MicrosoftAppType, else the first)", HelpName = "TYPE" };
    private readonly Option<string?> language = new("--language") { Description = "What people see whose own language is not in the package: en or de", HelpName = "TAG" };
    private readonly Option<string[]> linkDomains = new("--link-domain") { Description = "A domain whose links show a card when an article is in the corpus; may be repeated (else none)", HelpName = "NAME" };
    private readonly Option<string?> manifest = new("--manifest") { Description = "A folder with your own manifest.json, icons and translations (else the ones that come with SurvBot)", HelpName = "DIR" };
    private readonly Option<string> output = new("--out") { Description = "The file to write", HelpName = "FILE", DefaultValueFactory = _ => DefaultFile };

    public PackageTeamsCommand(CommandEnvironment environment) : base(
        "teams", "Build the app package for Microsoft Teams and check it as Teams would: what is wrong is told a line each, and nothing is written.",
        "package teams --app-id 6f9619ff-8b86-d011-b42d-00cf4fc964ff --host survbot.example.org",
        "package teams --app-id 6f9619ff-8b86-d011-b42d-00cf4fc964ff --host survbot.example.org --version 1.2.0 --link-domain news.example.org --out teams.zip")
    {
        this.environment = environment;
        foreach (var option in (Option[])[appId, teamsAppId, host, version, tenantType, language, linkDomains, manifest, output])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = OptionsOf(result);
        if (options.Faults() is { Count: > 0 } wrongUse)
            return environment.TellFaults(wrongUse, NotWritten, ExitCodes.WrongUse);
        var package = TeamsPackage.Build(options);
        if (package.Faults is { Count: > 0 } faults)
            return environment.TellFaults(faults, NotWritten, ExitCodes.Failed);
        string file = result.GetValue(output)!;
        byte[] zip = package.ToZip();
        await File.WriteAllBytesAsync(environment.FullPath(file), zip, cancellationToken);
        environment.WriteLine(TerminalText.Line($"Wrote {file}: version {options.Version}, {string.Join(", ", package.Files)}, {zip.Length / 1024} KB."));
        environment.WriteLine($"It expects a bot at https://{options.Host}/api/messages with MicrosoftAppId={options.AppId} and MicrosoftAppType={options.TenantType}.");
        if (options.TenantType == TeamsPackageOptions.MultiTenant)
            environment.Tell("Azure has made no new multi-tenant bots since 31 July 2025; one that exists goes on working.");
        return ExitCodes.Done;
    }

    private TeamsPackageOptions OptionsOf(ParseResult result)
    {
        string? folder = result.GetValue(manifest);
        if (folder is not null && !Directory.Exists(environment.FullPath(folder)))
            throw CommandException.WrongUse($"There is no folder {folder}.");
        string type = result.GetValue(tenantType) ?? environment.Variable("MicrosoftAppType") ?? TeamsPackageOptions.TenantTypes[0];
        return new TeamsPackageOptions
        {
            Folder = folder is null ? Path.Combine(AppContext.BaseDirectory, "manifests", "teams") : environment.FullPath(folder),
            AppId = result.GetValue(appId) ?? environment.Variable("MicrosoftAppId") ?? throw CommandException.WrongUse("--app-id is needed: the bot's Microsoft app id."),
            TeamsAppId = result.GetValue(teamsAppId),
            Host = result.GetValue(host) ?? throw CommandException.WrongUse("--host is needed: the name under which Microsoft reaches the bot, such as survbot.example.org."),
            Version = result.GetValue(version) ?? typeof(PackageCommand).Assembly.GetName().Version!.ToString(3),
            TenantType = TeamsPackageOptions.TenantTypes.FirstOrDefault(known => known.Equals(type, StringComparison.OrdinalIgnoreCase)) ?? type,
            Language = result.GetValue(language),
            LinkDomains = result.GetValue(linkDomains) ?? [],
        };
    }
}
