using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SurvBot.Answers;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Operations;

/// <summary>Wires health and telemetry: the only place here that sees the container.</summary>
public static class OperationsServices
{
    // The standard variable of OpenTelemetry: without an address nothing is collected and nothing leaves.
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds readiness, metrics and, where a collector is named, their export.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, Func<string, string?> variable)
    {
        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        services.AddHostedService<ReembeddingWorker>();
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        if (!string.IsNullOrWhiteSpace(variable(Endpoint)))
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService(DeliveryMetrics.Name))
                .WithTracing(traces => traces.AddSource(DeliveryMetrics.Name, ModelServices.TelemetryName).AddAspNetCoreInstrumentation())
                .WithMetrics(metrics => metrics.AddMeter(DeliveryMetrics.Name, ModelServices.TelemetryName).AddAspNetCoreInstrumentation())
                .WithLogging()
                .UseOtlpExporter();
        return services;
    }

    /// <summary>Maps liveness (the process alone) and readiness.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/healthz/ready");
    }
}
