using SurvBot.Bot.Delivery;

namespace SurvBot.Chaos;

/// <summary>Wires the channel into the program.</summary>
internal static class ChaosServices
{
    public static void AddChaos(this IServiceCollection services, ChaosOptions options)
    {
        services.AddSingleton(options);
        services.AddHttpClient(ChaosChannel.ChannelName, client =>
        {
            client.BaseAddress = options.Platform;
            client.Timeout = TimeSpan.FromSeconds(5);
        });
        services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers());
        services.AddSingleton<IChannel, ChaosChannel>();
        services.AddSingleton<IStartupFilter, ChaosEndpoints>();
    }
}
