using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Keeps one caller from asking for all there is.</summary>
internal sealed class McpPace(McpOptions options) : IRateLimiterPolicy<string>
{
    public const string Name = "mcp";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = RefuseAsync;

    // A token comes back every sixtieth part of the minute's allowance, so that nobody waits for a full minute.
    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetTokenBucketLimiter(httpContext.Features.GetRequiredFeature<McpCaller>().Name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.PerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Window / options.PerMinute,
            QueueLimit = 0,
        });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await McpRefusal.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests with this key: try again later.");
    }
}
