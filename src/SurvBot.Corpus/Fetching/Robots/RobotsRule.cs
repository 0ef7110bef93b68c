namespace SurvBot.Corpus.Fetching.Robots;

/// <summary>A pattern over paths, with * for any characters and $ for the end.</summary>
internal sealed class RobotsRule(string pattern, bool isAllowing)
{
    private readonly string[] parts = Normal(pattern.EndsWith('$') ? pattern[..^1] : pattern).Split('*');
    private readonly bool isWhole = pattern.EndsWith('$');

    public bool IsAllowing => isAllowing;

    /// <summary>How much it says.</summary>
    public int Length => pattern.Length;

    /// <summary>Whether it holds for a path that is <see cref="Normal"/>. Takes the first place for each part, so that no pattern costs more than its length times the path's.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            if (isWhole && i == parts.Length - 1)
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            int found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }
        return !isWhole || at == path.Length;
    }

    /// <summary>One spelling for each path: what need not be escaped is not, and the rest is, in capitals.</summary>
    public static string Normal(string path)
    {
        string unescaped = Uri.UnescapeDataString(path.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase).Replace("%2A", "%252A", StringComparison.OrdinalIgnoreCase).Replace("%24", "%2524", StringComparison.OrdinalIgnoreCase));
        return unescaped;
    }
}
