namespace SurvBot.Answers.Timelines;

/// <summary>The months by the first letters of their English names.</summary>
internal static class MonthNames
{
    private const int Letters = 3;
    private const string Names = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>1 to 12; 0 for what begins no month's name.</summary>
    public static int Read(ReadOnlySpan<char> name)
    {
        for (int month = 0; name.Length >= Letters && month * Letters < Names.Length; month++)
            if (name[..Letters].Equals(Names.AsSpan(month * Letters, Letters), StringComparison.OrdinalIgnoreCase))
                return month + 1;
        return 0;
    }
}
