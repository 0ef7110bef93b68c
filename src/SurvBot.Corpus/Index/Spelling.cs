namespace SurvBot.Corpus.Index;

/// <summary>Finds the known term that a mistyped one means.</summary>
internal static class Spelling
{
    private const int ShortestCorrected = 4, LettersPerSlip = 4, MostSlips = 2;

    /// <summary>The term of <paramref name="vocabulary"/> with the fewest slips from <paramref name="term"/>, among equals the most frequent; null where none is near. A term of frequency 0 is not known.</summary>
    public static string? Closest(string term, IEnumerable<string> vocabulary, Func<string, int> frequency)
    {
        int allowed = Math.Min(MostSlips, term.Length / LettersPerSlip);
        if (term.Length < ShortestCorrected || term.Any(char.IsDigit))
            return null;

        string? best = null;
        var bestKey = (Slips: allowed + 1, Frequency: 0);
        foreach (string candidate in vocabulary)
        {
            if (candidate[0] != term[0] || Math.Abs(candidate.Length - term.Length) > allowed)
                continue;
            int slips = Slips(term, candidate, allowed);
            if (slips > allowed)
                continue;
            var key = (Slips: slips, Frequency: frequency(candidate));
            if (key.Frequency > 0 && IsBetter(key, candidate, bestKey, best))
                (best, bestKey) = (candidate, key);
        }
        return best;
    }

    private static bool IsBetter((int Slips, int Frequency) key, string candidate, (int Slips, int Frequency) bestKey, string? best)
    {
        if (key.Slips != bestKey.Slips)
            return key.Slips < bestKey.Slips;
        if (key.Frequency != bestKey.Frequency)
            return key.Frequency > bestKey.Frequency;
        // The vocabulary's order tells what came first, which must not matter.
        return string.CompareOrdinal(candidate, best) < 0;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); more than <paramref name="limit"/> is only known to be more.</summary>
    internal static int Slips(string a, string b, int limit)
    {
        Span<int> before = stackalloc int[b.Length + 1], previous = stackalloc int[b.Length + 1], current = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                least = Math.Min(least, current[j]);
            }
            if (least > limit)
                return limit + 1;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.Length];
    }
}
