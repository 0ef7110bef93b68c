namespace SurvBot.Acceptance.Chaos;

/// <summary>How much is done to the program; eng/chaos asks for more than every run of the tests can wait for.</summary>
internal static class ChaosSizes
{
    public static int Events { get; } = Read("SURVBOT_CHAOS_EVENTS", 200);

    public static int Kills { get; } = Read("SURVBOT_CHAOS_KILLS", 8);

    public static int Stops { get; } = Read("SURVBOT_CHAOS_STOPS", 3);

    public static int Restarts { get; } = Read("SURVBOT_CHAOS_RESTARTS", 5);

    /// <summary>How many events come in one round of several.</summary>
    public static int EventsOf(int round, int rounds) => Events * (round + 1) / rounds - Events * round / rounds;

    private static int Read(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } asked ? int.Parse(asked) : usual;
}
