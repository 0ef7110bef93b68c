using System.Diagnostics.Metrics;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Conversations;

/// <summary>What the language model is used for, by workspace.</summary>
public sealed class UsageMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> tokens;
    private readonly Counter<double> cost;
    private readonly Counter<long> exhausted;

    public UsageMetrics(IMeterFactory meters)
    {
        meter = meters.Create(DeliveryMetrics.Name);
        tokens = meter.CreateCounter<long>("survbot.model.tokens", "{token}", "Tokens that went to the language model and came from it");
        cost = meter.CreateCounter<double>("survbot.model.cost", "{currency}", "What they cost, in the currency of the prices");
        exhausted = meter.CreateCounter<long>("survbot.model.budget.exhausted", "{question}", "Questions that a budget did not reach for");
    }

    /// <summary>A question was answered, or at least asked.</summary>
    public void Used(string workspace, TokenUsage usage, decimal micros)
    {
        tokens.Add(usage.Input, Of(workspace), new("survbot.token.type", "input"));
        tokens.Add(usage.Output, Of(workspace), new("survbot.token.type", "output"));
        cost.Add((double)(micros / 1_000_000), Of(workspace));
    }

    /// <summary>A budget did not reach.</summary>
    public void Exhausted(string workspace) => exhausted.Add(1, Of(workspace));

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Of(string workspace) => new("survbot.workspace", workspace);
}
