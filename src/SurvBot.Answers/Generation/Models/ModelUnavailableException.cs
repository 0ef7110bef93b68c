namespace SurvBot.Answers.Generation.Models;

/// <summary>The language model gave no answer, or not a whole one; the message says why in a sentence without secrets.</summary>
/// <remarks>What a stream gave before it is all that there is of the answer.</remarks>
public sealed class ModelUnavailableException(ModelFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public ModelFault Fault => fault;

    /// <summary>After what time the model wants to be asked again; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
