using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurvBot.Corpus.Store;

/// <summary>Brings a file to the schema this program knows, by an assembly's numbered scripts, each in its own transaction.</summary>
/// <param name="scripts">Holds the scripts as resources: 0001-name.sql, 0002-name.sql, …</param>
public sealed class SqliteSchema(Assembly scripts)
{
    /// <summary>The schema of the corpus.</summary>
    internal static SqliteSchema Corpus { get; } = new(Assembly.GetExecutingAssembly());

    private readonly (int Version, string Sql)[] migrations =
        [.. scripts.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Read(scripts, name)))
            .OrderBy(migration => migration.Item1)];

    /// <summary>The newest schema this program can read.</summary>
    public int Current => migrations[^1].Version;

    /// <exception cref="CorpusStoreException">The file was written by a newer program.</exception>
    public void Migrate(SqliteConnection connection, string path)
    {
        int version = connection.QuerySingle<int>("PRAGMA user_version");
        if (version > Current)
            throw new CorpusStoreException($"{path} has schema {version}, but this program knows up to {Current}: use the newer SurvBot that wrote it, or another --data folder.");

        foreach (var migration in migrations.Where(m => m.Version > version))
        {
            // BEGIN IMMEDIATE, then look again: two programs may open a new file at the same moment.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.QuerySingle<int>("PRAGMA user_version", transaction: transaction) < migration.Version)
                connection.Execute($"{migration.Sql}; PRAGMA user_version = {migration.Version}", transaction: transaction);
            transaction.Commit();
        }
    }

    private static string Read(Assembly scripts, string name)
    {
        using var reader = new StreamReader(scripts.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
