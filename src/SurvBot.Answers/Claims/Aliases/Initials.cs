namespace SurvBot.Answers.Claims.Aliases;

/// <summary>Finds the name that an acronym abbreviates by comparing its letters.</summary>
internal static class Initials
{
    // More would let a hostile text of nothing but "of" cost much, and no name has them.
    private const int MostSmallWords = 4;

    private static readonly HashSet<string> SmallWords = ["of", "and", "for", "the", "on", "in", "to", "by", "de", "e", "&"];

    /// <summary>
    /// The words at the end of <paramref name="text"/> that begin with the acronym's letters, each with a capital; a small word may give its letter
    /// ("Department of Government Efficiency") or be passed over. Null where the letters do not fit.
    /// </summary>
    public static string? SpelledOutAtTheEndOf(string text, string acronym)
    {
        string letters = acronym.Replace("&", "", StringComparison.Ordinal);
        return letters.Length > 1 && !SmallWords.Contains(text[StartOfWord(text, text.Length)..]) && Start(text, text.Length, letters, MostSmallWords) is { } start ? text[start..] : null;
    }

    private static int? Start(string text, int end, ReadOnlySpan<char> letters, int smallWords)
    {
        int start = StartOfWord(text, end);
        if (start == end)
            return null;
        bool isSmall = SmallWords.Contains(text[start..end]);
        if (char.ToUpperInvariant(text[start]) == letters[^1] && (isSmall || char.IsUpper(text[start])))
        {
            if (letters.Length == 1)
                return !isSmall && (start == 0 || text[start - 1] is ' ') ? start : null;
            if (EndBefore(text, start) is { } next && Start(text, next, letters[..^1], smallWords) is { } found)
                return found;
        }
        return isSmall && smallWords > 0 && EndBefore(text, start) is { } passed ? Start(text, passed, letters, smallWords - 1) : null;
    }

    // One blank or hyphen: whatever else stands between two words ends a name.
    private static int? EndBefore(string text, int start) => start > 1 && text[start - 1] is (' ' or '-') ? start - 1 : null;

    private static int StartOfWord(string text, int end)
    {
        int start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’' or '&'))
            start--;
        return start;
    }
}
