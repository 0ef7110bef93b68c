using Microsoft.Extensions.AI;

namespace SurvBot.Answers.Generation.Models;

/// <summary>Lets a caller say until when an answer is of use to it, so that nothing is waited for in vain.</summary>
public static class ModelDeadline
{
    private const string Key = "survbot.deadline";

    /// <summary>The model is given up at <paramref name="deadline"/>, or earlier by its own time-outs.</summary>
    public static ChatOptions EndBy(this ChatOptions options, DateTimeOffset deadline)
    {
        (options.AdditionalProperties ??= [])[Key] = deadline;
        return options;
    }

    /// <summary>The same for whoever has no <see cref="ChatOptions"/> at hand, as what is handed on to them.</summary>
    internal static Dictionary<string, object> At(DateTimeOffset deadline) => new() { [Key] = deadline };

    internal static DateTimeOffset? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out object? value) == true && value is DateTimeOffset deadline ? deadline : null;
}
