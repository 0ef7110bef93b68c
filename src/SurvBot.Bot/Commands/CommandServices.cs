namespace SurvBot.Bot.Commands;

/// <summary>Puts the program together for one command over one data folder.</summary>
internal static class CommandServices
{
    /// <summary>All parts; the corpus is not opened before it is asked for.</summary>
    public static async Task<ServiceProvider> ComposeAsync(this CommandEnvironment environment, DataFolder data, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(environment.Clock);
        await services.AddBotAsync(data.Path, environment.Variable, cancellationToken);
        services.AddChats(data.Path);
        environment.Replace(services);
        return services.BuildServiceProvider();
    }
}
