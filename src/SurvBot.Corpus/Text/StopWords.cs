using System.Collections.Frozen;

namespace SurvBot.Corpus.Text;

/// <summary>English words that carry no topic. They are kept out of keyword search, never out of quotes.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        "a an the this that these those there here it its itself he him his himself she her hers herself they them their theirs themselves i me my mine myself " +
        "we us our ours ourselves you your yours yourself yourselves one and or but nor so if then else than as at by for from in into of off on onto out over " +
        "to up with without within about above across after again against along among around before behind below beneath beside between beyond during " +
        "except inside near since through throughout toward towards under until upon via is am are was were be been being do does did doing done have has " +
        "had having can could may might must shall should will would ought not no nor only just also too very more most much many some any all both each " +
        "every either neither other another such same own how what when where which who whom whose why let because while though although however ever even still yet already now per etc " +
        // What the tokenizer leaves of contractions; "don", "won" and "haven" are words, too.
        "s t d ll m re ve didn isn wasn aren weren doesn wouldn couldn shouldn hasn hadn"
        ).Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the lower-case word carries no topic.</summary>
    public static bool Contains(ReadOnlySpan<char> lowerCaseWord) => Lookup.Contains(lowerCaseWord);
}
