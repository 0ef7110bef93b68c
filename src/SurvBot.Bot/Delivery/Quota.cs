using System.Threading.RateLimiting;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Delivery;

/// <summary>Keeps one person, and one workspace, from asking for all there is.</summary>
public sealed class Quota(DeliveryOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IncomingMessage> users = Limit(message => message.UserKey, options.UserPerMinute);
    private readonly PartitionedRateLimiter<IncomingMessage> workspaces = Limit(message => message.WorkspaceKey, options.WorkspacePerMinute);

    /// <summary>Whether this person, and their workspace, may ask one more now.</summary>
    public bool TryTake(IncomingMessage message)
    {
        using var user = users.AttemptAcquire(message);
        if (!user.IsAcquired)
            return false;
        using var workspace = workspaces.AttemptAcquire(message);
        return workspace.IsAcquired;
    }

    public void Dispose()
    {
        users.Dispose();
        workspaces.Dispose();
    }

    // A token comes back every sixtieth part of the minute's allowance, so that nobody waits for a full minute.
    private static PartitionedRateLimiter<IncomingMessage> Limit(Func<IncomingMessage, string> whose, int perMinute) =>
        PartitionedRateLimiter.Create<IncomingMessage, string>(message => RateLimitPartition.GetTokenBucketLimiter(whose(message), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Window / perMinute,
            AutoReplenishment = false,
            QueueLimit = 0,
        }));
}
