using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using SurvBot.Bot.Channels.Mcp;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Operations;
using SurvBot.Bot.Scheduling;

namespace SurvBot.Bot.Commands;

/// <summary>Serves the chat page, the HTTP API and the chat channels until it is stopped.</summary>
internal sealed class ServeCommand : Verb
{
    private const string DefaultUrl = "http://localhost:3978";
    private static readonly TimeSpan PatienceForTheFolder = TimeSpan.FromSeconds(15), MostToStop = TimeSpan.FromSeconds(8);

    private readonly CommandEnvironment environment;
    private readonly Option<string?> urls = new("--urls") { Description = $"Where to listen, several separated by ';' (else {DefaultUrl})", HelpName = "URL" };

    public ServeCommand(CommandEnvironment environment) : base(
        "serve", "Serve the chat page and the HTTP API. Ctrl-C stops it; what is under way is finished or taken up again next time.", "serve", "serve --urls http://localhost:8080")
    {
        this.environment = environment;
        Options.Add(urls);
        SetAction(RunAsync);
    }

    /// <summary>Serves with the usual settings; what the program does when it is given no command.</summary>
    public async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var listen = UrlsOf(result);
        var data = result.DataFolder(environment);
        // Taken before the chats are opened, which may change their schema, and given back after they are closed.
        using var owner = await FolderLock.TakeAsync(data.Path, PatienceForTheFolder, environment.Clock, cancellationToken);
        await using var app = await BuildAsync(data, listen, cancellationToken);
        RefuseOpenDoors(listen, app.Services.GetRequiredService<WebOptions>());
        RefuseBrokenSettings(app.Services.GetRequiredService<TeamsOptions>().FindFault() ?? app.Services.GetRequiredService<SlackOptions>().FindFault() ?? app.Services.GetRequiredService<McpOptions>().FindFault());
        await app.Services.GetRequiredService<Inbox>().TakeOverAsync(cancellationToken);
        await environment.PrepareCorpusAsync(app.Services, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            // The workers have begun before the port was asked for.
            await app.StopAsync(CancellationToken.None);
            throw CommandException.Failed($"Another program listens on {string.Join(", ", listen)} already: stop it, or name another address with --urls.");
        }
        environment.WriteLine($"SurvBot answers at {string.Join(" and ", app.Urls.Select(url => $"{url.TrimEnd('/')}/"))} (Ctrl-C stops it)");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private async Task<WebApplication> BuildAsync(DataFolder data, IReadOnlyList<string> listen, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. listen]);
        // The log is for whoever runs the server and goes beside the results; what the framework does is of interest only when it fails.
        builder.Logging.ClearProviders().AddSimpleConsole(line => line.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning).AddFilter("ModelContextProtocol", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning)
            // Whoever asks whether the server is ready is told so, and asks again each second.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (MostToStop, true));
        builder.Services.AddSingleton(environment.Clock);
        await builder.Services.AddBotAsync(data.Path, environment.Variable, cancellationToken);
        builder.Services.AddChannels(data.Path, environment.Variable);
        builder.Services.AddScheduling(data.Path, environment.Clock);
        environment.Replace(builder.Services);
        var app = builder.Build();
        app.MapHealth();
        app.MapWebChannel();
        app.MapMcpChannel();
        app.MapTeamsChannel();
        app.MapSlackChannel();
        return app;
    }

    private string[] UrlsOf(ParseResult result)
    {
        string named = result.GetValue(urls) ?? environment.Variable("ASPNETCORE_URLS") ?? (environment.Variable("PORT") is { Length: > 0 } port ? $"http://localhost:{port}" : DefaultUrl);
        string[] listen = named.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string url in listen)
            if (!Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw CommandException.WrongUse($"--urls {url} is not an address such as {DefaultUrl}.");
        return listen.Length > 0 ? listen : throw CommandException.WrongUse("--urls needs an address.");
    }

    /// <summary>What others than this machine can reach must not be open to everybody.</summary>
    private static void RefuseOpenDoors(IEnumerable<string> listen, WebOptions options)
    {
        if (string.IsNullOrEmpty(options.Token) && listen.FirstOrDefault(url => !IsLoopback(url)) is { } open)
            throw CommandException.Failed($"{open} can be reached from other machines: set SurvBot__Web__Token to a secret that callers must send, or listen on localhost.");
    }

    /// <summary>Settings that cannot work are told now, not by the first message.</summary>
    private static void RefuseBrokenSettings(string? fault)
    {
        if (fault is not null)
            throw CommandException.Failed(fault);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
