using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurvBot.Corpus.Store;

/// <summary>Brings a corpus file to the schema this program knows, by numbered scripts, each in its own transaction.</summary>
internal static class SqliteSchema
{
    private static readonly (int Version, string Sql)[] Migrations =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Read(name)))
            .OrderBy(migration => migration.Item1)];

    /// <summary>The newest schema this program can read.</summary>
    public static int Current => Migrations[^1].Version;

    /// <exception cref="CorpusStoreException">The file was written by a newer program.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        int version = connection.QuerySingle<int>("PRAGMA user_version");
        if (version > Current)
            throw new CorpusStoreException($"{path} has schema {version}, but this program knows up to {Current}: use the newer SurvBot that wrote it, or another --data folder.");

        foreach (var migration in Migrations.Where(m => m.Version > version))
        {
            // BEGIN IMMEDIATE, then look again: two programs may open a new corpus at the same moment.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.QuerySingle<int>("PRAGMA user_version", transaction: transaction) < migration.Version)
                connection.Execute($"{migration.Sql}; PRAGMA user_version = {migration.Version}", transaction: transaction);
            transaction.Commit();
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
