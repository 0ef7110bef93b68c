
namespace SurvBot.Answers.Grounding;

/// <summary>The terms of a text, compared with the question's.</summary>
/// <remarks>Porter's stems keep "identify" and "identification" apart: a long common beginning counts as most of a match, and so does the last part of a compound ("smartphone", "phone").</remarks>
internal sealed class TermSet
{
    private const int ShortestCommonPart = 5, ShortestLastPart = ShortestCommonPart - 1, ShortestFirstPart = 3;
    private const float RelatedMatch = 0.7f;

    private readonly HashSet<string> terms;
    private readonly ILookup<string, string> byBeginning;
    private readonly ILookup<string, string> byEnding;

    public TermSet(IEnumerable<string> terms)
    {
        this.terms = terms.ToHashSet(StringComparer.Ordinal);
        var words = this.terms.Where(term => term.Length >= ShortestCommonPart && !char.IsDigit(term[0])).ToList();
        byBeginning = words.ToLookup(term => term[..ShortestCommonPart]);
        byEnding = words.ToLookup(term => LastPart(term)[^ShortestLastPart..]);
    }

    public static TermSet Of(string text) => new(Corpus.Text.Terms.In(text));

    public IReadOnlyCollection<string> All => terms;

    public bool Contains(string term) => terms.Contains(term);

    /// <summary>1 for the term itself, less for a related form of it, 0 when neither is there.</summary>
    public float Match(string term)
    {
        if (terms.Contains(term))
            return 1;
        if (term.Length < ShortestCommonPart || char.IsDigit(term[0]))
            return 0;
        foreach (string other in byBeginning[term[..ShortestCommonPart]])
            if (CommonBeginning(term, other) * 4 >= Math.Min(term.Length, other.Length) * 3 + 3 && Math.Abs(term.Length - other.Length) <= 4)
                return RelatedMatch;
        foreach (string other in byEnding[LastPart(term)[^ShortestLastPart..]])
            if (IsLastPart(term, other) || IsLastPart(other, term))
                return RelatedMatch;
        return 0;
    }

    /// <summary>"phone" is the last part of "smartphone"; "state" is none of "estate", whose rest is too short to be a word.</summary>
    private static bool IsLastPart(string part, string compound) =>
        compound.Length - part.Length >= ShortestFirstPart && LastPart(compound).EndsWith(LastPart(part), StringComparison.Ordinal);

    // The stemmer keeps the e of short words only: "phone", but "smartphon".
    private static string LastPart(string term) => term.EndsWith('e') ? term[..^1] : term;

    private static int CommonBeginning(string a, string b)
    {
        int i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
            i++;
        return i;
    }
}
