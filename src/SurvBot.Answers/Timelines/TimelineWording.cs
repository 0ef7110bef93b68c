namespace SurvBot.Answers.Timelines;

/// <summary>What SurvBot says in its own words around a timeline.</summary>
public static class TimelineWording
{
    /// <summary>An entry's date with what it is: "9 Apr 2018", "Apr 2018 (published)", "9 Apr 2018 (updated)".</summary>
    public static string Label(TimelineEntry entry)
    {
        string[] remarks = [.. new[] { entry.Clock == TimelineClock.Published ? "published" : null, entry.Change?.ToString().ToLowerInvariant() }.OfType<string>()];
        return remarks.Length == 0 ? entry.Date.ToDisplayString() : $"{entry.Date.ToDisplayString()} ({string.Join(", ", remarks)})";
    }

    internal static string Opening(TimelineRequest request, IReadOnlyList<ToldEntry> entries)
    {
        if (request.Since is not { } since)
            return $"What the articles tell of {request.Subject}, in order:";
        var counts = entries.CountBy(entry => entry.Change!.Value).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key.ToString().ToLowerInvariant()}");
        return $"Since {since.ToDisplayString()}: {string.Join(", ", counts)} on {request.Subject}.";
    }

    internal static string Nothing(TimelineRequest request) => request.Since is { } since
        ? $"Since {since.ToDisplayString()}: nothing new on {request.Subject} is in the corpus."
        : $"No dated event of {request.Subject} is told in the indexed articles.";
}
