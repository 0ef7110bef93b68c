using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Tells, where there is no thread, whether a question would need one: then only a question back can help.</summary>
internal static class Leaning
{
    // With more to go by than these, a search has a chance although one word points to nothing.
    private const int MostTerms = 3;

    public static bool IsLeaning(string asked) =>
        Ellipsis.IsOne(asked) || IsCorrection(asked) || IsNarrowing(asked) || PointsToNothing(asked);

    private static bool IsCorrection(string asked) => Correction.Meant(asked) is { } meant && Terms.In(meant).Count <= MostTerms;

    private static bool IsNarrowing(string asked) =>
        Fragment.Read(asked) is { } words && Narrowing.IsOne(words) && Terms.In(words).Count <= MostTerms
        && Mention.Names($"about {words}").All(name => name.Sort == Sort.Place);

    private static bool PointsToNothing(string asked) =>
        Pronouns.PointsBack(asked) && Mention.Names($"about {Wording.Uncapitalize(asked)}").Count == 0 && Terms.In(asked).Count <= MostTerms;
}
