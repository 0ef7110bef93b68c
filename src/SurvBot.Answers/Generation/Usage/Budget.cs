using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Usage;

/// <summary>Whether what is used and what is wanted fit into a day's budgets.</summary>
public static class Budget
{
    /// <param name="options">The budgets and prices.</param>
    /// <param name="workspace">What the whole workspace would have used.</param>
    /// <param name="user">What the person would have used.</param>
    public static bool Holds(ModelOptions options, TokenUsage workspace, TokenUsage user) =>
        Holds(options, workspace, options.WorkspaceTokensPerDay, options.WorkspaceCostPerDay) && Holds(options, user, options.UserTokensPerDay, options.UserCostPerDay);

    private static bool Holds(ModelOptions options, TokenUsage usage, long tokens, decimal cost) =>
        (tokens == 0 || usage.Total <= tokens) && (cost == 0 || usage.MicrosAt(options) <= cost * 1_000_000);
}
