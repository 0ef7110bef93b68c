namespace SurvBot.Corpus.Ingestion;

/// <summary>Lists of names without repetitions (also none with something added), in order of first mention.</summary>
internal static class NameList
{
    public static void AddIfNew(this List<string> names, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name) && !names.Exists(n => name.Trim().StartsWith(n, StringComparison.OrdinalIgnoreCase)))
            names.Add(name.Trim());
    }
}
