namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>The platform's keys as they are today.</summary>
/// <remarks>
/// Microsoft asks to read them at least every 24 hours. IdentityModel's ConfigurationManager would do that, but it looks for a key that was rotated in
/// behind the back of the request that needs it, at most every five minutes; here that very request waits for it.
/// </remarks>
internal sealed partial class SigningKeys(KeyMetadataClient metadata, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    /// <summary>Requests to the metadata that unknown keys may cause at once, and after how long each may be made again.</summary>
    public const int MostRefreshesAtOnce = 3;

    /// <inheritdoc cref="MostRefreshesAtOnce"/>
    public static readonly TimeSpan RefreshFloor = TimeSpan.FromMinutes(1);

    /// <summary>After so long they are read again; after twice that they are trusted no more.</summary>
    public static readonly TimeSpan ReadEvery = TimeSpan.FromHours(12);

    /// <summary>So long the metadata is left alone that did not answer.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim oneReads = new(1, 1);
    private readonly RefreshAllowance forUnknownKeys = new(MostRefreshesAtOnce, RefreshFloor, clock);
    private volatile PublishedKeys? known;
    private DateTimeOffset leaveAloneUntil = DateTimeOffset.MinValue;

    /// <summary>The key of this id, or null when the platform publishes none, as far as it may be asked at the moment.</summary>
    /// <exception cref="MetadataUnreachableException">Nobody can tell.</exception>
    public async Task<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = await CurrentAsync(cancellationToken);
        return keys.Find(keyId) ?? (await NewerAsync(keys, cancellationToken)).Find(keyId);
    }

    public void Dispose() => oneReads.Dispose();

    private async Task<PublishedKeys> CurrentAsync(CancellationToken cancellationToken)
    {
        var keys = known;
        if (keys is not null && Age(keys) < ReadEvery)
            return keys;
        bool trusted = IsTrusted(keys);
        // Those that are old but still good need not wait while another request reads them anew.
        if (!await oneReads.WaitAsync(trusted ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
            return keys!;
        try
        {
            if (known is { } read && Age(read) < ReadEvery)
                return read;
            return await ReadAsync(cancellationToken);
        }
        catch (MetadataUnreachableException) when (trusted)
        {
            return keys!;
        }
        finally
        {
            oneReads.Release();
        }
    }

    private async Task<PublishedKeys> NewerAsync(PublishedKeys seen, CancellationToken cancellationToken)
    {
        await oneReads.WaitAsync(cancellationToken);
        try
        {
            // Who waited here has the answer that another request got meanwhile.
            if (known is { } keys && keys != seen)
                return keys;
            return forUnknownKeys.TryTake() ? await ReadAsync(cancellationToken) : seen;
        }
        finally
        {
            oneReads.Release();
        }
    }

    private async Task<PublishedKeys> ReadAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < leaveAloneUntil)
            throw new MetadataUnreachableException("the metadata did not answer a moment ago");
        try
        {
            return known = await metadata.ReadAsync(cancellationToken);
        }
        catch (MetadataUnreachableException fault)
        {
            leaveAloneUntil = clock.GetUtcNow() + PauseAfterFailure;
            Log.MetadataUnreachable(log, fault.Message);
            throw;
        }
    }

    private bool IsTrusted(PublishedKeys? keys) => keys is not null && Age(keys) < 2 * ReadEvery;

    private TimeSpan Age(PublishedKeys keys) => clock.GetUtcNow() - keys.ReadAt;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The keys of the Teams platform cannot be read: {Reason}")]
        public static partial void MetadataUnreachable(ILogger log, string reason);
    }
}
