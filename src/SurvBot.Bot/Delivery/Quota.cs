using System.Threading.RateLimiting;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Delivery;

/// <summary>Keeps one person, and one workspace, from asking for all there is.</summary>
public sealed class Quota(DeliveryOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IncomingMessage> users = Limit(message => (message.Address.Channel, message.Address.Workspace, message.UserId), options.UserPerMinute);
    private readonly PartitionedRateLimiter<IncomingMessage> workspaces = Limit(message => (message.Address.Channel, message.Address.Workspace), options.WorkspacePerMinute);

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
    private static PartitionedRateLimiter<IncomingMessage> Limit<TWho>(Func<IncomingMessage, TWho> whose, int perMinute)
        where TWho : notnull =>
        PartitionedRateLimiter.Create<IncomingMessage, TWho>(message => RateLimitPartition.GetTokenBucketLimiter(whose(message), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Window / perMinute,
            AutoReplenishment = false,
            QueueLimit = 0,
        }));
}
