using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Usage;

/// <summary>A ledger for as long as the process lives: for a single command.</summary>
public sealed class PassingLedger(ModelOptions options, TimeProvider clock) : IUsageLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<(DateOnly Day, Asker Asker), TokenUsage> used = [];

    /// <inheritdoc />
    public Task<Reservation?> TryReserveAsync(Asker asker, TokenUsage most, CancellationToken cancellationToken)
    {
        var reservation = new Reservation(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), asker, most);
        lock (gate)
        {
            if (!Budget.Holds(options, Of(reservation, other => other.Workspace == asker.Workspace) + most, Of(reservation, other => other == asker) + most))
                return Task.FromResult<Reservation?>(null);
            Add(reservation, most);
        }
        return Task.FromResult<Reservation?>(reservation);
    }

    /// <inheritdoc />
    public Task SettleAsync(Reservation reservation, TokenUsage used, CancellationToken cancellationToken)
    {
        lock (gate)
            Add(reservation, used - reservation.Most);
        return Task.CompletedTask;
    }

    private TokenUsage Of(Reservation wanted, Func<Asker, bool> whose) =>
        used.Where(entry => entry.Key.Day == wanted.Day && whose(entry.Key.Asker)).Aggregate(default(TokenUsage), (sum, entry) => sum + entry.Value);

    private void Add(Reservation reservation, TokenUsage more) =>
        used[(reservation.Day, reservation.Asker)] = used.GetValueOrDefault((reservation.Day, reservation.Asker)) + more;
}
