using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;

namespace SurvBot.Bot.Conversations;

/// <summary>The ledger beside the chats: one writer, so that questions at the same time cannot overrun a budget, and on the disk before a model is asked.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class UsageStore(ChatDatabase database, ModelOptions options, UsageMetrics metrics, TimeProvider clock) : IUsageLedger
{
    private const string Add = """
        INSERT INTO model_usage (day, workspace_key, user_key, questions, input_tokens, output_tokens) VALUES (@day, @Workspace, @User, @questions, @Input, @Output)
        ON CONFLICT DO UPDATE SET questions = questions + excluded.questions, input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens
        """;

    /// <summary>Leaves a person's use in their workspace's, without their name.</summary>
    internal const string Disown = """
        INSERT INTO model_usage SELECT day, workspace_key, '', questions, input_tokens, output_tokens FROM model_usage WHERE user_key = @key
        ON CONFLICT DO UPDATE SET questions = questions + excluded.questions, input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens;
        DELETE FROM model_usage WHERE user_key = @key
        """;

    /// <inheritdoc />
    public async Task<Reservation?> TryReserveAsync(Asker asker, TokenUsage most, CancellationToken cancellationToken)
    {
        var reservation = new Reservation(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), asker, most);
        bool holds = await database.WriteAsync(connection =>
        {
            if (!Budget.Holds(options, Used(connection, reservation, null) + most, Used(connection, reservation, asker.User) + most))
                return false;
            AddTo(connection, reservation, most, questions: 1);
            return true;
        }, cancellationToken);
        if (holds)
            return reservation;
        metrics.Exhausted(asker.Workspace);
        return null;
    }

    /// <inheritdoc />
    public async Task SettleAsync(Reservation reservation, TokenUsage used, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => AddTo(connection, reservation, used - reservation.Most, questions: 0), cancellationToken);
        metrics.Used(reservation.Asker.Workspace, used, used.MicrosAt(options));
    }

    /// <summary>By day and workspace, the newest day first.</summary>
    public IReadOnlyList<WorkspaceUsage> List(DateOnly from) => database.Read(connection => connection.Query<Row>("""
        SELECT day, workspace_key AS Workspace, sum(questions) AS Questions, sum(input_tokens) AS Input, sum(output_tokens) AS Output
        FROM model_usage WHERE day >= @from GROUP BY day, workspace_key ORDER BY day DESC, workspace_key
        """, new { from = NameOf(from) }).Select(row => row.With(options)).ToList());

    /// <summary>As the file has a day.</summary>
    internal static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TokenUsage Used(SqliteConnection connection, Reservation wanted, string? user)
    {
        var (input, output) = connection.QuerySingle<(long, long)>(
            "SELECT coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0) FROM model_usage WHERE day = @day AND workspace_key = @Workspace AND (@user IS NULL OR user_key = @user)",
            new { day = NameOf(wanted.Day), wanted.Asker.Workspace, user });
        return new TokenUsage(input, output);
    }

    private static int AddTo(SqliteConnection connection, Reservation reservation, TokenUsage more, int questions) => connection.Execute(Add,
        new { day = NameOf(reservation.Day), reservation.Asker.Workspace, reservation.Asker.User, questions, more.Input, more.Output });

    private sealed record Row
    {
        public required string Day { get; init; }

        public required string Workspace { get; init; }

        public long Questions { get; init; }

        public long Input { get; init; }

        public long Output { get; init; }

        public WorkspaceUsage With(ModelOptions prices) =>
            new(DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Workspace, Questions, Input, Output, new TokenUsage(Input, Output).MicrosAt(prices) / 1_000_000);
    }
}

/// <summary>What a workspace used of the language model in a day.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Workspace">By a name that does not give it away.</param>
/// <param name="Questions">For how many questions a model was asked.</param>
/// <param name="InputTokens">What went to it.</param>
/// <param name="OutputTokens">What came from it.</param>
/// <param name="Cost">At today's prices, in their currency.</param>
public sealed record WorkspaceUsage(DateOnly Day, string Workspace, long Questions, long InputTokens, long OutputTokens, decimal Cost);
