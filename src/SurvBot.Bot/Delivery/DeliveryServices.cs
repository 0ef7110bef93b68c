namespace SurvBot.Bot.Delivery;

/// <summary>Wires delivery: the only place here that sees the container.</summary>
public static class DeliveryServices
{
    /// <summary>Adds inbox, outbox and dead letters over the file of chats.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, DeliveryOptions options) => services
        .AddSingleton(options)
        .AddSingleton<DeliveryWake>()
        .AddSingleton<Quota>()
        .AddSingleton<Inbox>()
        .AddSingleton<Outbox>()
        .AddSingleton<DeadLetters>();

    /// <summary>Adds the workers that answer and deliver; only for the process that owns the folder.</summary>
    public static IServiceCollection AddDeliveryWorkers(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<DeliveryMetrics>()
        .AddHostedService<AnswerWorker>()
        .AddHostedService<DeliveryWorker>();
}
