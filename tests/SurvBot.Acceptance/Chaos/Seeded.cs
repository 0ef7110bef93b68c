namespace SurvBot.Acceptance.Chaos;

/// <summary>Chance that tells where it began.</summary>
internal static class Seeded
{
    public static Random Random()
    {
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
