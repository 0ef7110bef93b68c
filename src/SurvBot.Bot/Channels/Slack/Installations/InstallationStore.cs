using System.Text.Json;
using Dapper;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Keeps, sealed, what lets the app speak where it was added.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
internal sealed class InstallationStore(ChatDatabase database, InstallationSeal seal, TimeProvider clock)
{
    private const string Channel = "slack";

    /// <summary>Of a workspace or an organisation; null where there is none, or none that the settings' key opens.</summary>
    public StoredInstallation? Find(string home)
    {
        string key = KeyOf(home);
        byte[]? kept = database.Read(connection => connection.QuerySingleOrDefault<byte[]>("SELECT sealed FROM installations WHERE home_key = @key", new { key }));
        return kept is not null && seal.Open(kept, key) is { } open ? JsonSerializer.Deserialize<StoredInstallation>(open) : null;
    }

    /// <summary>Keeps it in place of an earlier one.</summary>
    public Task KeepAsync(StoredInstallation installation, CancellationToken cancellationToken)
    {
        string key = KeyOf(installation.Home);
        byte[] kept = seal.Close(JsonSerializer.SerializeToUtf8Bytes(installation), key);
        return database.WriteAsync(connection => connection.Execute("""
            INSERT INTO installations (home_key, channel, sealed, installed_at) VALUES (@key, @Channel, @kept, @at)
            ON CONFLICT (home_key) DO UPDATE SET sealed = excluded.sealed, installed_at = excluded.installed_at
            """, new { key, Channel, kept, at = clock.GetUtcNow().ToUnixTimeMilliseconds() }), cancellationToken);
    }

    /// <summary>Keeps its next token; what was removed meanwhile stays removed.</summary>
    public Task RenewAsync(StoredInstallation installation, CancellationToken cancellationToken)
    {
        string key = KeyOf(installation.Home);
        byte[] kept = seal.Close(JsonSerializer.SerializeToUtf8Bytes(installation), key);
        return database.WriteAsync(connection => connection.Execute("UPDATE installations SET sealed = @kept WHERE home_key = @key", new { key, kept }), cancellationToken);
    }

    /// <summary>Removes what was kept at that second or before; false where something newer stays.</summary>
    public Task<bool> RemoveAsync(string home, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string key = KeyOf(home);
        long before = (at.ToUnixTimeSeconds() + 1) * 1000;
        return database.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM installations WHERE home_key = @key AND installed_at < @before", new { key, before });
            return connection.QuerySingle<int>("SELECT count(*) FROM installations WHERE home_key = @key", new { key }) == 0;
        }, cancellationToken);
    }

    private static string KeyOf(string home) => Key.Of(Channel, home);
}
