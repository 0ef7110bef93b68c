namespace SurvBot.Corpus.Ingestion;

/// <summary>The runs of five words in a text, as hashes: what two copies of one text share whatever their house style.</summary>
/// <remarks>
/// Normalised before hashing, because subeditors change exactly these: case, "start-up" for "startup", "specialise" for "specialize",
/// "US$" for "$", company endings ("Ltd") and inserted acronyms ("(AI)"). Deterministic across runs and machines.
/// </remarks>
internal sealed class Shingles
{
    /// <summary>Words in a shingle.</summary>
    public const int Size = 5;

    private const int MaxInsertedAcronym = 6;

    private static readonly ulong[] s_companyEndings = [.. new[] { "ltd", "inc", "corp", "co", "plc", "pte", "llc", "limited" }.Select(word => HashOf(word))];

    private readonly ulong[] _sorted;

    private Shingles(ulong[] sorted) => _sorted = sorted;

    /// <summary>Distinct shingles.</summary>
    public int Count => _sorted.Length;

    public ReadOnlySpan<ulong> Hashes => _sorted;

    /// <summary>The shingles of a text given as its words.</summary>
    public static Shingles Of(ReadOnlySpan<ulong> words)
    {
        if (words.IsEmpty)
            return new Shingles([]);
        var hashes = new ulong[Math.Max(1, words.Length - Size + 1)];
        for (int i = 0; i < hashes.Length; i++)
            hashes[i] = Join(words.Slice(i, Math.Min(Size, words.Length - i)));
        Array.Sort(hashes);
        return new Shingles(WithoutRepeats(hashes));
    }

    /// <summary>The normalised words of a text, as hashes, added to <paramref name="words"/>.</summary>
    public static void AddWords(ReadOnlySpan<char> text, List<ulong> words)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = WordEnd(text, i);
            if (end > i && !IsCurrencyPrefix(text, end) && !IsInsertedAcronym(text, i, end) && HashOf(text[i..end]) is var hash && !s_companyEndings.Contains(hash))
                words.Add(hash);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>How many shingles both have.</summary>
    public int CountShared(Shingles other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < _sorted.Length && j < other._sorted.Length;)
        {
            int order = _sorted[i].CompareTo(other._sorted[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /// <summary>A well-mixed 64-bit hash of a number (SplitMix64's finaliser).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private static ulong Join(ReadOnlySpan<ulong> words)
    {
        ulong hash = 0;
        foreach (ulong word in words)
            hash = (hash * 0x9E3779B97F4A7C15UL) + word;
        return Mix(hash);
    }

    private static ulong[] WithoutRepeats(ulong[] sorted)
    {
        int kept = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[kept - 1])
                sorted[kept++] = sorted[i];
        }
        return kept == sorted.Length ? sorted : sorted[..kept];
    }

    // Letters and digits, with apostrophes and hyphens between them; an ideograph is a word of its own.
    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (text[start] >= '\u2E80')
            return char.IsLetterOrDigit(text[start]) ? start + 1 : start;
        int i = start;
        while (i < text.Length && text[i] < '\u2E80' && (char.IsLetterOrDigit(text[i]) || i > start && IsInnerMark(text, i)))
            i++;
        return i;
    }

    private static bool IsInnerMark(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static bool IsCurrencyPrefix(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == '$';

    private static bool IsInsertedAcronym(ReadOnlySpan<char> text, int start, int end) =>
        start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ')' && end - start <= MaxInsertedAcronym && char.IsUpper(text[start]) && char.IsUpper(text[end - 1]);

    // FNV-1a over the normalised letters.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in word)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            char lower = char.ToLowerInvariant(c);
            hash = (hash ^ (lower == 'z' ? 's' : lower)) * 1099511628211UL;
        }
        return hash;
    }
}
