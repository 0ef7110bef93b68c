namespace SurvBot.Answers.Checking;

/// <summary>"All", "most", "only", "first" and "never" stand in the draft where the backing has the like.</summary>
internal static class QuantifierCheck
{
    public static string? Find(Backing backing)
    {
        var there = backing.Sentences.SelectMany(sentence => sentence.Parts.Words).Select(word => word.Plain).ToHashSet();
        foreach (var word in backing.Draft.Words)
            if (Groups.FirstOrDefault(group => group[0].Contains(word.Plain)) is { } group && !group[0].Overlaps(there) && !group[1].Overlaps(there))
                return word.Plain;
        return null;
    }

    // What is said, and what else may stand for it.
    private static readonly HashSet<string>[][] Groups =
    [
        [Set("all every everyone everybody entire always any entirely completely exclusively"), Set("each both whole throughout total fully none no never without wherever everywhere anyone whose the 100")],
        [Set("only sole solely alone"), Set("just exclusively single except one unless until mere merely limited")],
        [Set("most majority"), Set("mostly largely half mainly many overwhelming biggest largest more best highest")],
        [Set("first"), Set("initially earliest pioneer never unprecedented one began new debut originally original becoming became 1st before later then")],
        [Set("largest biggest greatest highest most"), Set("leading top major record best worlds biggest largest")],
        [Set("none nobody"), Set("no not never without neither nothing t")],
        [Set("half"), Set("50 percent")],
        [Set("twice double doubled"), Set("two times twofold doubling 2")],
    ];

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
