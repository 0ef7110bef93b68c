namespace SurvBot.Answers.Generation.Usage;

/// <summary>Counts what language models are used for, and keeps it within the day's budgets (UTC).</summary>
public interface IUsageLedger
{
    /// <summary>Sets tokens aside before a model is asked; null where a budget does not reach for them. What is never settled stays counted.</summary>
    /// <param name="asker">Whose budgets.</param>
    /// <param name="most">No fewer than the model can use.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Reservation?> TryReserveAsync(Asker asker, TokenUsage most, CancellationToken cancellationToken);

    /// <summary>Puts what was really used in the place of what was set aside. Once for each reservation, also where the model failed.</summary>
    Task SettleAsync(Reservation reservation, TokenUsage used, CancellationToken cancellationToken);
}

/// <summary>Tokens that were set aside for one question.</summary>
/// <param name="Day">Of which day's budget, in UTC.</param>
/// <param name="Asker">Whose.</param>
/// <param name="Most">How many.</param>
public sealed record Reservation(DateOnly Day, Asker Asker, TokenUsage Most);
