using System.Globalization;
using Microsoft.Data.Sqlite;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Index;

/// <summary>Texts in SQLite's full-text search, in the very terms that the index has: what scores are compared with.</summary>
internal sealed class Fts5Table : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public Fts5Table()
    {
        connection.Open();
        Execute("CREATE VIRTUAL TABLE texts USING fts5(terms, tokenize = \"unicode61 remove_diacritics 0 tokenchars '.'\")");
    }

    public void Add(int row, string text) => Execute("INSERT INTO texts (rowid, terms) VALUES ($row, $terms)", ("$row", row), ("$terms", string.Join(' ', Terms.In(text))));

    public void Remove(int row) => Execute("DELETE FROM texts WHERE rowid = $row", ("$row", row));

    /// <summary>How much the term counts in each row that has it, before rarity: BM25 divided by FTS5's own idf.</summary>
    public Dictionary<int, double> Saturation(string term)
    {
        var ranks = new Dictionary<int, double>();
        using (var command = Command("SELECT rowid, bm25(texts) FROM texts WHERE texts MATCH $term", ("$term", $"\"{term}\"")))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                ranks[reader.GetInt32(0)] = -reader.GetDouble(1);
        using var count = Command("SELECT count(*) FROM texts");
        double rows = Convert.ToDouble(count.ExecuteScalar(), CultureInfo.InvariantCulture), idf = Math.Log((rows - ranks.Count + 0.5) / (ranks.Count + 0.5));
        return ranks.ToDictionary(rank => rank.Key, rank => rank.Value / (idf <= 0 ? 1e-6 : idf)); // https://sqlite.org/fts5.html#the_bm25_function
    }

    public void Dispose() => connection.Dispose();

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
