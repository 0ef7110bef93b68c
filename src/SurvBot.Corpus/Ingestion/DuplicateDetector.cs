namespace SurvBot.Corpus.Ingestion;

/// <summary>Recognises copies of one text (syndicated, excerpted, slightly edited), so that they count as one voice.</summary>
/// <remarks>
/// Two steps: articles that share one of their <see cref="CandidateKeys"/> are worth a look; <see cref="AreCopies"/> looks. The keys of the whole find
/// like-sized copies, the keys of the lead find excerpts, whose share of the whole is too small to be seen there.
/// </remarks>
public static class DuplicateDetector
{
    /// <summary>Share of common shingles from which two texts are copies.</summary>
    public const double CopyResemblance = 0.6;

    /// <summary>Share of the shorter text's shingles that must stand in the longer one.</summary>
    public const double CopyContainment = 0.7;

    /// <summary>Texts with fewer shingles than this are copies only when they are equal: a common phrase has as many.</summary>
    public const int MinShingles = 12;

    /// <summary>Share of the shorter text that must agree besides the lead; a newsletter that always opens with the same words has less.</summary>
    public const double ExcerptContainment = 0.3;

    private const int LeadRows = 2;

    /// <summary>
    /// 48 keys of a body to be stored with its article: 16 of the whole (<see cref="MinHashSignature.Bands()"/>) and 32 of the lead, its first
    /// 30 words of prose; none when it has no prose. Two copies share at least one (whole: 89 % at a resemblance of 0.6; lead: 99 % at 0.4).
    /// </summary>
    public static IReadOnlyList<long> CandidateKeys(string body)
    {
        var words = new BodyWords(body);
        var whole = words.Whole;
        return whole.Count == 0 ? [] : [.. MinHashSignature.Of(whole).Bands(), .. MinHashSignature.Of(words.Lead).Bands(LeadRows)];
    }

    /// <summary>Whether two bodies are copies of one text: equal, alike as wholes, the shorter within the longer, or excerpts with the same lead.</summary>
    public static bool AreCopies(string bodyA, string bodyB)
    {
        if (bodyA == bodyB)
            return true;
        var (wordsA, wordsB) = (new BodyWords(bodyA), new BodyWords(bodyB));
        var (a, b) = (wordsA.Whole, wordsB.Whole);
        if (Math.Min(a.Count, b.Count) < MinShingles)
            return a.Count > 0 && a.CountShared(b) == Math.Max(a.Count, b.Count);
        double containment = Containment(a, b);
        return containment >= CopyContainment || Resemblance(a, b) >= CopyResemblance
            || (containment >= ExcerptContainment && Containment(wordsA.Lead, wordsB.Lead) >= CopyContainment);
    }

    private static double Containment(Shingles a, Shingles b) =>
        Math.Min(a.Count, b.Count) is var shorter and > 0 ? (double)a.CountShared(b) / shorter : 0;

    private static double Resemblance(Shingles a, Shingles b) =>
        a.CountShared(b) is var shared && a.Count + b.Count > 0 ? (double)shared / (a.Count + b.Count - shared) : 0;
}
