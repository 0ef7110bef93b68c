using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Generation.Writing;

/// <summary>A chat model that says what a test has it say, and remembers what it was asked.</summary>
internal sealed class RecordingModel(Func<IReadOnlyList<ChatMessage>, string> say) : IChatClient
{
    private readonly Lock gate = new();
    private readonly List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> requests = [];

    public IReadOnlyList<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>What it does once it has said all, such as fail.</summary>
    public Action AtTheEnd { get; init; } = () => { };

    /// <summary>What it says it used.</summary>
    public UsageDetails? Usage { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> asked = [.. messages];
        lock (gate)
            requests.Add((asked, options));
        await Task.Yield();
        foreach (char[] piece in say(asked).Chunk(7))
            yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece));
        AtTheEnd();
        if (Usage is not null)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage)]);
    }

    // Semantic Kernel asks every model who it is.
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("stand-in", defaultModelId: "desk-1") : null;

    public void Dispose()
    {
    }
}
