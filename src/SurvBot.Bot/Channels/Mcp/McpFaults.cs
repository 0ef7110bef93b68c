using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SurvBot.Answers.Tools;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Turns what fails while a tool works into one line for the agent that called it, with nothing of the inside.</summary>
internal static partial class McpFaults
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Around(McpRequestHandler<CallToolRequestParams, CallToolResult> call) => async (request, cancellationToken) =>
    {
        try
        {
            return await call(request, cancellationToken);
        }
        catch (ToolArgumentException fault)
        {
            return Error(fault.Message);
        }
        // What the protocol's library finds wrong with the arguments: one is missing, or of another type.
        catch (Exception fault) when (fault is JsonException or ArgumentException { ParamName: "arguments" })
        {
            return Error("The arguments are not those that the tool's input schema describes.");
        }
        catch (CorpusStoreException fault)
        {
            Log.StoreFails(request.Services!.GetRequiredService<ILogger<McpTools>>(), fault.Message);
            return Error("SurvBot cannot reach its data at the moment. Please try again in a minute.");
        }
    };

    private static CallToolResult Error(string line) => new() { IsError = true, Content = [new TextContentBlock { Text = line }] };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A tool failed: {Line}")]
        public static partial void StoreFails(ILogger log, string line);
    }
}
