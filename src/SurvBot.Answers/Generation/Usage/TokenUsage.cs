using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Usage;

/// <summary>Tokens that went to a model and came from it.</summary>
public readonly record struct TokenUsage(long Input, long Output)
{
    public long Total => Input + Output;

    public static TokenUsage operator +(TokenUsage one, TokenUsage other) => new(one.Input + other.Input, one.Output + other.Output);

    public static TokenUsage operator -(TokenUsage one, TokenUsage other) => new(one.Input - other.Input, one.Output - other.Output);

    /// <summary>In millionths of the currency of the prices, which are given per million tokens.</summary>
    public decimal MicrosAt(ModelOptions prices) => Input * prices.InputPricePerMillion + Output * prices.OutputPricePerMillion;
}
