using System.Diagnostics;

namespace SurvBot.Acceptance.Chaos;

/// <summary>Waits for what must become true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Look = TimeSpan.FromMilliseconds(20);

    public static Task BeTrueAsync(Func<bool> condition, string what) => BeTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task BeTrueAsync(Func<Task<bool>> condition, string what)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(Look, TestContext.Current.CancellationToken))
            watch.Elapsed.ShouldBeLessThan(Patience, what);
    }
}
