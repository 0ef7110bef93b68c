using Dapper;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Delivery;

/// <summary>What could not be answered or delivered, put aside for a person to look at.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class DeadLetters(ChatDatabase database)
{
    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<DeadLetter> List() => database.Read(connection =>
        connection.Query<(string Id, string Kind, long Failures, string? Error, long At)>("""
            SELECT id, 'question', failures, error, received_at FROM inbox WHERE state = 2
            UNION ALL SELECT id, 'reply', failures, error, written_at FROM outbox WHERE state = 2 ORDER BY 5
            """).Select(row => new DeadLetter(row.Id, row.Kind, (int)row.Failures, row.Error ?? "", DateTimeOffset.FromUnixTimeMilliseconds(row.At))).ToList());

    /// <summary>Tries one again, or all when <paramref name="id"/> is null, as if it had just come in; gives how many.</summary>
    public Task<int> ReplayAsync(string? id, CancellationToken cancellationToken) => database.WriteAsync(connection => Tables.Sum(table =>
        connection.Execute($"UPDATE {table} SET state = 0, due = 0, failures = 0, error = NULL WHERE state = 2 AND (@id IS NULL OR id = @id)", new { id })), cancellationToken);

    private static readonly string[] Tables = ["inbox", "outbox"];
}

/// <summary>A message or reply that was put aside.</summary>
/// <param name="Id">Names it to <see cref="DeadLetters.ReplayAsync"/>.</param>
/// <param name="Kind">"question" when it could not be answered, "reply" when it could not be delivered.</param>
/// <param name="Failures">How often it was tried.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="At">When it came in.</param>
public sealed record DeadLetter(string Id, string Kind, int Failures, string Error, DateTimeOffset At);
