using SurvBot.Bot.Receipts;

namespace SurvBot.Bot.Conversations;

/// <summary>Wires conversations: the only place here that sees the container.</summary>
public static class ConversationServices
{
    /// <summary>The file of chats in the data folder.</summary>
    public const string FileName = "chats.db";

    /// <summary>Adds the file of chats in the data folder, and what reads and forgets conversations.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, string dataFolder, ConversationOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(_ =>
        {
            Directory.CreateDirectory(dataFolder);
            return new ChatDatabase(Path.Combine(dataFolder, FileName));
        });
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<RouteStore>();
        services.AddSingleton<ReceiptStore>();
        services.AddSingleton<ReceiptKeeper>();
        services.AddSingleton<Forgetting>();
        services.AddMetrics();
        services.AddSingleton<UsageMetrics>();
        services.AddSingleton<UsageStore>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<FirstQuestions>();
        services.AddSingleton<Greeting>();
        return services;
    }
}
