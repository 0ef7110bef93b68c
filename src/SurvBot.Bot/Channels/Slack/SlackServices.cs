using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Authentication;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Health;
using SurvBot.Bot.Channels.Slack.Home;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Channels.Slack.Shortcuts;
using SurvBot.Bot.Channels.Slack.Sockets;
using SurvBot.Bot.Channels.Slack.Streaming;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Wires Slack: the only place here that sees the container.</summary>
public static class SlackServices
{
    private const int MostAnswerBytes = 4 << 20;

    /// <summary>Adds the channel; <paramref name="variable"/> reads the environment for the names that Slack uses. Nothing is built before it is needed.</summary>
    public static IServiceCollection AddSlackChannel(this IServiceCollection services, SlackOptions options, Func<string, string?> variable)
    {
        services.AddSingleton(options.CompletedFrom(variable));
        services.AddSingleton<SlackSignature>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<SlackPace>();
        services.AddSingleton<ISlackApi, SlackApiClient>();
        services.AddSingleton<SettingsInstallation>();
        services.AddSingleton<ISlackInstallations>(provider => provider.GetRequiredService<SlackOptions>().HasInstallation
            ? ActivatorUtilities.CreateInstance<WorkspaceInstallations>(provider) : provider.GetRequiredService<SettingsInstallation>());
        services.AddSingleton<SocketDialer>();
        services.AddHostedService<SocketWorker>();
        services.AddSingleton<InstallationSeal>();
        services.AddSingleton<InstallationStore>();
        services.AddSingleton<InstallState>();
        services.AddSingleton<SlackOAuthClient>();
        services.AddSingleton<InstallEndpoints>();
        services.AddSingleton<ISlackHandler, SlackBot>();
        services.AddSingleton<SlackMessages>();
        services.AddSingleton<Errands>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<ButtonPresses>();
        services.AddSingleton<FeedbackVotes>();
        services.AddSingleton<FeedbackReasons>();
        services.AddSingleton<StopRequests>();
        services.AddSingleton<RoomSettingsStore>();
        services.AddSingleton<RoomSettingsDialog>();
        services.AddSingleton<HomeReader>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<HomePresses>();
        services.AddSingleton<ClaimChecks>();
        services.AddSingleton<SessionTitles>();
        // Slack ends a stream about five minutes after it began.
        services.AddSingleton(provider => new OpenStreams<AnswerStream>(TimeSpan.FromMinutes(6), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AgentStatus>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<SlackEndpoints>();
        services.AddSingleton<SlackIdentityClient>();
        foreach (string name in (string[])[SlackApiClient.HttpName, SlackIdentityClient.HttpName])
            services.AddHttpClient(name)
                // They would write down every address, and with it whose answers go where.
                .RemoveAllLoggers()
                .ConfigureHttpClient((provider, client) => (client.Timeout, client.MaxResponseContentBufferSize) = (provider.GetRequiredService<SlackOptions>().RequestTimeout, MostAnswerBytes))
                // A redirect would carry the token elsewhere.
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services;
    }

    /// <summary>Looks at the settings and, unless <paramref name="offline"/>, at what Slack says of the token.</summary>
    public static Task<IReadOnlyList<Finding>> ExamineSlackAsync(this IServiceProvider services, bool offline, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<SlackOptions>();
        Func<CancellationToken, Task<SlackIdentity>>? ask = options.BotToken is { } token ? stop => services.GetRequiredService<SlackIdentityClient>().AskAsync(options.Api, token, stop) : null;
        return new SlackExamination(SlackSettingsCheck.Of(options), ask, services.GetRequiredService<TimeProvider>()).RunAsync(offline, cancellationToken);
    }

    /// <summary>Maps the platform's endpoints, which answer 404 where the channel is off or hears Slack otherwise.</summary>
    public static void MapSlackChannel(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<SlackOptions>();
        Map<SlackEndpoints>(HttpMethods.Post, SlackApp.EventsPath, options.HearsHttp, (endpoints, context) => endpoints.HearAsync(context));
        Map<SlackEndpoints>(HttpMethods.Post, SlackApp.CommandsPath, options.HearsHttp, (endpoints, context) => endpoints.CommandAsync(context));
        Map<SlackEndpoints>(HttpMethods.Post, SlackApp.InteractivePath, options.HearsHttp, (endpoints, context) => endpoints.InteractAsync(context));
        Map<InstallEndpoints>(HttpMethods.Get, SlackApp.InstallPath, options.HasInstallation, (endpoints, context) => endpoints.BeginAsync(context));
        Map<InstallEndpoints>(HttpMethods.Get, SlackApp.OAuthPath, options.HasInstallation, (endpoints, context) => endpoints.EndAsync(context));

        void Map<T>(string method, string path, bool isOn, Func<T, HttpContext, Task> receive)
            where T : notnull => app.MapMethods(path, [method], (HttpContext context) =>
            {
                if (isOn)
                    return receive(context.RequestServices.GetRequiredService<T>(), context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }).WithMetadata(new AuthenticatesItself()).ExcludeFromDescription();
    }
}
