using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Authentication;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Streaming;
using SurvBot.Bot.Delivery;

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
        services.AddSingleton<ISlackInstallations, SettingsInstallation>();
        services.AddSingleton<ISlackHandler, SlackBot>();
        services.AddSingleton<SlackMessages>();
        services.AddSingleton<Errands>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<ButtonPresses>();
        services.AddSingleton<FeedbackVotes>();
        services.AddSingleton<FeedbackReasons>();
        services.AddSingleton<StopRequests>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<AgentStatus>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<SlackEndpoints>();
        services.AddHttpClient(SlackApiClient.HttpName)
            // They would write down every address, and with it whose answers go where.
            .RemoveAllLoggers()
            .ConfigureHttpClient((provider, client) => (client.Timeout, client.MaxResponseContentBufferSize) = (provider.GetRequiredService<SlackOptions>().RequestTimeout, MostAnswerBytes))
            // A redirect would carry the token elsewhere.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services;
    }

    /// <summary>Maps the platform's endpoints, which answer 404 where the channel is off or hears Slack otherwise.</summary>
    public static void MapSlackChannel(this WebApplication app)
    {
        Map("/slack/events", (endpoints, context) => endpoints.HearAsync(context));
        Map("/slack/commands", (endpoints, context) => endpoints.CommandAsync(context));
        Map("/slack/interactive", (endpoints, context) => endpoints.InteractAsync(context));

        void Map(string path, Func<SlackEndpoints, HttpContext, Task> receive)
        {
            bool isOn = app.Services.GetRequiredService<SlackOptions>().HearsHttp;
            app.MapPost(path, (HttpContext context) =>
            {
                if (isOn)
                    return receive(context.RequestServices.GetRequiredService<SlackEndpoints>(), context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }).WithMetadata(new AuthenticatesItself()).ExcludeFromDescription();
        }
    }
}
