namespace SurvBot.Tests.Support;

/// <summary>A clock that goes only when it is set.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Some.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
