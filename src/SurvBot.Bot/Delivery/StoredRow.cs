using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>Reads what an earlier program, perhaps of another version, wrote down.</summary>
internal static class StoredRow
{
    /// <exception cref="JsonException">It is not what it should be.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ReplyJson.Options) ?? throw new JsonException("null");

    /// <summary>What the rows hold, by their places. One that cannot be read is put aside as a dead letter, so that it does not stand in the others' way.</summary>
    public static IReadOnlyList<T> ReadEach<TRow, T>(SqliteConnection connection, string table, IEnumerable<TRow> rows, Func<TRow, long> placeOf, Func<TRow, T> read)
    {
        var items = new List<T>();
        foreach (var row in rows.OrderBy(placeOf).ToList())
        {
            try
            {
                items.Add(read(row));
            }
            catch (Exception fault) when (fault is JsonException or NotSupportedException)
            {
                connection.Execute($"UPDATE {table} SET state = 2, error = 'It cannot be read by this version.' WHERE place = @place", new { place = placeOf(row) });
            }
        }
        return items;
    }
}
