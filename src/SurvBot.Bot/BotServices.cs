using SurvBot.Answers;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Bot.Channels.Mcp;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Operations;
using SurvBot.Corpus;
using SurvBot.Corpus.Embedding;

namespace SurvBot.Bot;

/// <summary>Puts the whole program together.</summary>
public static class BotServices
{
    /// <summary>Adds everything that works on one data folder, set up by appsettings.json beside the program and by SurvBot__Section__Key variables.</summary>
    public static async Task<IServiceCollection> AddBotAsync(this IServiceCollection services, string dataFolder, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        var settings = Settings();
        var corpus = new CorpusOptions { DataDirectory = dataFolder };
        settings.GetSection("Retrieval").Bind(corpus.Retrieval);
        settings.GetSection("Embedding").Bind(corpus.Embedding);
        settings.GetSection("Fetching").Bind(corpus.Fetching);
        var answers = new AnswerOptions();
        settings.GetSection("Answers").Bind(answers);
        var model = await LocateAsync(corpus.Embedding, dataFolder, cancellationToken);

        return services.AddSingleton(model)
            .AddCorpus(corpus, model as EmbeddingModelLocation.Found)
            .AddSingleton(new AliasFile(Path.Combine(dataFolder, AliasFile.Name)))
            .AddSingleton(provider => provider.GetRequiredService<AliasFile>().Read())
            .AddAnswers(answers)
            .AddEmbeddingModel(Bound<EmbeddingProviderOptions>("Embedding"), variable)
            .AddModel(Bound<ModelOptions>("Model"), variable);
    }

    /// <summary>Adds conversations, delivery and the channels over them, for the process that serves them.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, string dataFolder, Func<string, string?> variable) => services
        .AddChats(dataFolder)
        .AddSingleton<IUsageLedger>(provider => provider.GetRequiredService<UsageStore>())
        .AddHostedService<RetentionWorker>()
        .AddDeliveryWorkers()
        .AddWebChannel(Bound<WebOptions>("Web"))
        .AddMcpChannel(Bound<McpOptions>("Mcp"), variable)
        .AddTeams(variable)
        .AddSlack(variable)
        .AddOperations(variable);

    /// <summary>Adds Microsoft Teams, which stays off without settings of its own.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, Func<string, string?> variable) => services.AddTeamsChannel(Bound<TeamsOptions>("Teams"), variable);

    /// <summary>Adds Slack, which stays off without settings of its own.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, Func<string, string?> variable) => services.AddSlackChannel(Bound<SlackOptions>("Slack"), variable);

    /// <summary>Adds the file of chats and what looks after it.</summary>
    public static IServiceCollection AddChats(this IServiceCollection services, string dataFolder) => services
        .AddConversations(dataFolder, Bound<ConversationOptions>("Conversations"))
        .AddDelivery(Bound<DeliveryOptions>("Delivery"));

    private static IConfiguration Settings() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables("SurvBot__").Build();

    private static T Bound<T>(string section)
        where T : new()
    {
        var options = new T();
        Settings().GetSection(section).Bind(options);
        return options;
    }

    private static async Task<EmbeddingModelLocation> LocateAsync(EmbeddingOptions options, string dataFolder, CancellationToken cancellationToken)
    {
        await using var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        return await new EmbeddingModelLocator(options, http, dataFolder).LocateAsync(cancellationToken);
    }
}
