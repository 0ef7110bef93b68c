using SurvBot.Bot.Channels.Teams.Authentication;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Invokes;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Wires Microsoft Teams: the only place here that sees the container.</summary>
public static class TeamsServices
{
    private const int MostAnswerBytes = 1 << 20;

    /// <summary>Adds the channel; <paramref name="variable"/> reads the environment for the names that Azure uses. Nothing is built before it is needed.</summary>
    public static IServiceCollection AddTeamsChannel(this IServiceCollection services, TeamsOptions options, Func<string, string?> variable)
    {
        services.AddSingleton(options.CompletedFrom(variable));
        services.AddSingleton(provider => TeamsDeployment.Of(provider.GetRequiredService<TeamsOptions>()));
        services.AddSingleton<KeyMetadataClient>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<CallerCheck>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<MsalLogin>();
        services.AddSingleton<IConnectorTokens>(provider =>
            provider.GetRequiredService<TeamsOptions>() is { IsOn: true, IsDevelopment: false } ? new MsalTokens(provider.GetRequiredService<MsalLogin>()) : new NoTokens());
        services.AddSingleton<ConversationPace>();
        services.AddSingleton<ITeamsConnector, TeamsConnectorClient>();
        services.AddSingleton<ITeamsActivityHandler, TeamsBot>();
        services.AddSingleton<TeamsMessages>();
        services.AddSingleton<FeedbackInvoke>();
        services.AddSingleton<CardInvoke>();
        services.AddSingleton<SearchInvoke>();
        services.AddSingleton<IChannel, TeamsChannel>();
        services.AddSingleton<TeamsEndpoints>();
        services.AddSingleton<TeamsExamination>();
        foreach (string name in (string[])[KeyMetadataClient.HttpName, MsalLogin.HttpName, TeamsConnectorClient.HttpName])
            services.AddHttpClient(name)
                // They would write down every address, and with it who talks to the bot.
                .RemoveAllLoggers()
                .ConfigureHttpClient((provider, client) => (client.Timeout, client.MaxResponseContentBufferSize) = (provider.GetRequiredService<TeamsOptions>().RequestTimeout, MostAnswerBytes))
                // A redirect would lead past the list of allowed service URLs.
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services;
    }

    /// <summary>Maps the platform's endpoint, which answers 404 where the channel is off.</summary>
    public static void MapTeamsChannel(this WebApplication app)
    {
        bool isOn = app.Services.GetRequiredService<TeamsOptions>().IsOn;
        app.MapPost("/api/messages", (HttpContext context) =>
        {
            if (isOn)
                return context.RequestServices.GetRequiredService<TeamsEndpoints>().ReceiveAsync(context);
            TeamsEndpoints.BeAbsent(context);
            return Task.CompletedTask;
        }).WithMetadata(new AuthenticatesItself()).ExcludeFromDescription();
    }

    /// <summary>What works of the channel, what is wrong, and the fix for each.</summary>
    /// <param name="services">The channel's parts.</param>
    /// <param name="offline">Whether to look at the settings only.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<IReadOnlyList<Finding>> ExamineTeamsAsync(this IServiceProvider services, bool offline, CancellationToken cancellationToken) =>
        services.GetRequiredService<TeamsExamination>().RunAsync(offline, cancellationToken);
}
