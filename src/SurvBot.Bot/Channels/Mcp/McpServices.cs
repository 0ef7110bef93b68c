using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SurvBot.Answers;
using SurvBot.Answers.Tools;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Wires the Model Context Protocol: the only place here that sees the container.</summary>
public static class McpServices
{
    private const string Path = "/mcp";

    /// <summary>Adds the tools and their limits; <paramref name="variable"/> reads the environment for development mode.</summary>
    public static IServiceCollection AddMcpChannel(this IServiceCollection services, McpOptions options, Func<string, string?> variable)
    {
        services.AddSingleton(options.CompletedFrom(variable));
        services.AddHttpContextAccessor();
        services.AddRateLimiter(limits => limits.AddPolicy<string, McpPace>(McpPace.Name));
        services.AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "survbot", Title = "SurvBot", Version = typeof(McpServices).Assembly.GetName().Version!.ToString(3) };
            server.ServerInstructions = ToolWords.Corpus;
        })
            // Nothing of one request is needed for the next, so any replica can take it.
            .WithHttpTransport(http => http.Stateless = true)
            .WithTools<McpTools>(AnswerJson.Compact)
            .WithRequestFilters(filters => filters.AddCallToolFilter(McpFaults.Around));
        services.PostConfigure<McpServerOptions>(server =>
        {
            foreach (var tool in server.ToolCollection ?? [])
                tool.ProtocolTool.OutputSchema = OutputSchema.Of(tool.ProtocolTool.OutputSchema!.Value);
        });
        return services;
    }

    /// <summary>Maps the endpoint where the channel is on. Its requests are bounded, and their Host and Origin checked, as all are.</summary>
    public static void MapMcpChannel(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<McpOptions>().IsOn)
            return;
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<McpDoor>() is not null, door => door.UseMiddleware<McpGuard>().UseRateLimiter());
        app.MapMcp(Path).WithMetadata(new McpDoor()).RequireRateLimiting(McpPace.Name).ExcludeFromDescription();
    }

    /// <summary>Marks the endpoint that wants a key.</summary>
    private sealed class McpDoor;
}
