using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurvBot.Acceptance.Chaos;

/// <summary>What became of everything that was acknowledged.</summary>
/// <param name="Acknowledged">Events that the program took on.</param>
/// <param name="Lost">Those of which the platform never heard again.</param>
/// <param name="Duplicated">Those that were answered more than once.</param>
/// <param name="Stuck">Those whose placeholder still stands, and rows of inbox and outbox that wait or were put aside.</param>
internal sealed record Ledger(int Acknowledged, int Lost, int Duplicated, int Stuck)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until nothing is left to be done, or nothing has moved for so long that nothing will: a busy machine is slow, not at fault.</summary>
    public static async Task<Ledger> SettleAsync(int asked, Func<Ledger> read, TimeSpan patience)
    {
        var still = Stopwatch.StartNew();
        Ledger? last = null;
        while (true)
        {
            var ledger = read();
            if (ledger != last)
                still.Restart();
            last = ledger;
            if (still.Elapsed > patience || (ledger.Acknowledged == asked && ledger is { Lost: 0, Stuck: 0 }))
                return ledger;
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All that was asked was acknowledged and answered once.</summary>
    public void ShouldBeClean(int asked, string? because = null) => this.ShouldBe(new Ledger(asked, 0, 0, 0), because);

    /// <summary>Rows of inbox and outbox that wait or were put aside.</summary>
    public static int OpenRows(string data)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "chats.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection.QuerySingle<int>("SELECT (SELECT count(*) FROM inbox WHERE state <> 1) + (SELECT count(*) FROM outbox WHERE state <> 1)");
    }
}
