using Microsoft.Extensions.AI;

namespace SurvBot.Answers.Generation.Models;

/// <summary>An answer that is read up to its first words, before which it can be thrown away and asked for again.</summary>
internal sealed class BegunStream(IAsyncEnumerator<ChatResponseUpdate> updates) : IAsyncDisposable
{
    private readonly List<ChatResponseUpdate> beginning = [];

    /// <summary>All up to the first words.</summary>
    public IReadOnlyList<ChatResponseUpdate> Beginning => beginning;

    public ChatResponseUpdate Current => updates.Current;

    /// <summary>Reads up to the first words; false where the answer ends there.</summary>
    public async ValueTask<bool> BeginAsync()
    {
        while (await updates.MoveNextAsync())
        {
            beginning.Add(updates.Current);
            if (updates.Current.Text.Length > 0 || updates.Current.Contents.OfType<FunctionCallContent>().Any())
                return true;
        }
        return false;
    }

    public ValueTask<bool> MoveAsync() => updates.MoveNextAsync();

    public ValueTask DisposeAsync() => updates.DisposeAsync();
}
