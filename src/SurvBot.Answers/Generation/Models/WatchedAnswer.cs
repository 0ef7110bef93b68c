using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace SurvBot.Answers.Generation.Models;

/// <summary>What has come of one answer, and whether it is a whole one.</summary>
internal sealed partial class WatchedAnswer(int mostCharacters, ChatOptions? options, ILogger log)
{
    private readonly HashSet<string> offered = [.. options?.Tools?.Select(tool => tool.Name) ?? []];
    private int characters;
    private ChatFinishReason? finish;

    /// <summary>Whether there is anything to read yet: Azure begins with what its filter thinks of the question.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The piece as it may be passed on: without tools that nobody offered.</summary>
    /// <exception cref="ModelUnavailableException">It was filtered, or the answer is too long.</exception>
    public ChatResponseUpdate Take(ChatResponseUpdate update)
    {
        finish = update.FinishReason ?? finish;
        if (finish == ChatFinishReason.ContentFilter || update.Contents.OfType<ErrorContent>().Any())
            throw new ModelUnavailableException(ModelFault.Filtered, "The language model's content filter stopped the answer.");
        foreach (var call in update.Contents.OfType<FunctionCallContent>().Where(call => !offered.Contains(call.Name)).ToList())
        {
            Log.ToolNotOffered(log);
            update.Contents.Remove(call);
        }
        characters += update.Text.Length;
        HasBegun |= update.Text.Length > 0 || update.Contents.OfType<FunctionCallContent>().Any();
        return characters <= mostCharacters ? update : throw new ModelUnavailableException(ModelFault.TooLong, "The language model wrote more than it may.");
    }

    /// <summary>The stream is at its end.</summary>
    /// <exception cref="ModelUnavailableException">The answer is not.</exception>
    public void End()
    {
        if (finish is null)
            throw new ModelUnavailableException(ModelFault.CutShort, "The language model's answer broke off.");
        if (finish == ChatFinishReason.Length)
            throw new ModelUnavailableException(ModelFault.TooLong, "The language model's answer was cut off at its longest.");
        if (!HasBegun)
            throw new ModelUnavailableException(ModelFault.Garbled, "The language model answered with nothing.");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model asked for a tool that was not offered")]
        public static partial void ToolNotOffered(ILogger log);
    }
}
