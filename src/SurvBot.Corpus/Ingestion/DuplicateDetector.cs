using SurvBot.Corpus.Text;

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

    /// <summary>Fewer shared shingles than this prove nothing: a common quote has as many.</summary>
    public const int MinShingles = 12;

    /// <summary>A lead is the first so many words from the first sentence of prose on.</summary>
    public const int LeadWords = 30;

    private const int LeadRows = 2;

    /// <summary>
    /// 48 keys of a body to be stored with its article: 16 of the whole (<see cref="MinHashSignature.Bands()"/>) and 32 of the lead.
    /// Two copies share at least one of them (whole: 88 % at a resemblance of 0.6; lead: 99 % at 0.4).
    /// </summary>
    public static IReadOnlyList<long> CandidateKeys(string body) =>
        [.. MinHashSignature.Of(body).Bands(), .. MinHashSignature.Of(LeadOf(body)).Bands(LeadRows)];

    /// <summary>Whether two bodies are copies of one text: alike as wholes, the shorter within the longer, or with the same lead.</summary>
    public static bool AreCopies(string bodyA, string bodyB)
    {
        var a = Shingles.Of(bodyA);
        var b = Shingles.Of(bodyB);
        int shared = a.CountShared(b);
        bool alike = shared >= CopyResemblance * (a.Count + b.Count - shared);
        return (alike && shared > 0) || Contains(a, b) || Contains(LeadOf(bodyA), LeadOf(bodyB));
    }

    /// <summary>Share of the shorter body's shingles that the longer one has too, 0..1.</summary>
    public static double ContainmentOf(string bodyA, string bodyB) => Containment(Shingles.Of(bodyA), Shingles.Of(bodyB));

    private static bool Contains(Shingles a, Shingles b) => Math.Min(a.Count, b.Count) >= MinShingles && Containment(a, b) >= CopyContainment;

    private static double Containment(Shingles a, Shingles b) =>
        Math.Min(a.Count, b.Count) is var shorter and > 0 ? (double)a.CountShared(b) / shorter : 0;

    private static Shingles LeadOf(string body)
    {
        int start = SentenceSplitter.Split(body, new(0, Math.Min(body.Length, 4000)))
            .FirstOrDefault(sentence => ProseCheck.IsProse(body.AsSpan(sentence.Start, sentence.Length))).Start;
        return Shingles.Of(body.AsSpan(start), LeadWords);
    }
}
