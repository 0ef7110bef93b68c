namespace SurvBot.Acceptance.Chaos;

/// <summary>One line for each scenario, for whoever asked for them.</summary>
internal static class ChaosReport
{
    private static readonly string? file = Environment.GetEnvironmentVariable("SURVBOT_CHAOS_REPORT");

    public static void Write(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (!string.IsNullOrEmpty(file))
            File.AppendAllLines(file, [line]);
    }
}
