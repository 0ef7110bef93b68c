using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Generation.Plugins;

/// <summary>A chat model that calls one tool and then repeats what it got.</summary>
internal sealed class ToolCallingModel(string tool, IDictionary<string, object?> arguments) : IChatClient
{
    /// <summary>The tools that were offered to it.</summary>
    public IReadOnlyList<AITool> Offered { get; private set; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Offered = [.. options?.Tools ?? []];
        var results = messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().ToList();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, results is [.., var result] ? [new TextContent($"{result.Result}")] : [new FunctionCallContent("call-1", tool, arguments)])));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    // Semantic Kernel asks every model who it is.
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("stand-in") : null;

    public void Dispose()
    {
    }
}
