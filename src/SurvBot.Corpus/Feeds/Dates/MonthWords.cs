using System.Collections.Frozen;

namespace SurvBot.Corpus.Feeds.Dates;

/// <summary>Months by their names, whole or cut to three letters and more.</summary>
internal static class MonthWords
{
    private const int LeastLetters = 3;

    private static readonly string[] English = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // Publishers whose software writes RFC 822 in its own language: what feedparser knows of Greek and Hungarian, and neighbours of English.
    private static readonly FrozenDictionary<string, int> Foreign = new Dictionary<string, int>
    {
        ["ιαν"] = 1, ["φεβ"] = 2, ["μάώ"] = 3, ["μαώ"] = 3, ["μαρ"] = 3, ["απρ"] = 4, ["μάι"] = 5, ["μαϊ"] = 5, ["μαι"] = 5, ["ιούν"] = 6, ["ιον"] = 6, ["ιουν"] = 6, ["ιούλ"] = 7, ["ιολ"] = 7, ["ιουλ"] = 7,
        ["αύγ"] = 8, ["αυγ"] = 8, ["σεπ"] = 9, ["οκτ"] = 10, ["νοέ"] = 11, ["νοε"] = 11, ["δεκ"] = 12,
        ["január"] = 1, ["februári"] = 2, ["február"] = 2, ["március"] = 3, ["április"] = 4, ["máujus"] = 5, ["május"] = 5, ["június"] = 6, ["július"] = 7, ["augusztus"] = 8, ["szeptember"] = 9, ["október"] = 10,
        ["januar"] = 1, ["februar"] = 2, ["märz"] = 3, ["mär"] = 3, ["mai"] = 5, ["juni"] = 6, ["juli"] = 7, ["okt"] = 10, ["oktober"] = 10, ["dez"] = 12, ["dezember"] = 12,
        ["janvier"] = 1, ["janv"] = 1, ["février"] = 2, ["févr"] = 2, ["mars"] = 3, ["avril"] = 4, ["avr"] = 4, ["juin"] = 6, ["juillet"] = 7, ["août"] = 8, ["septembre"] = 9, ["octobre"] = 10, ["novembre"] = 11, ["décembre"] = 12, ["déc"] = 12,
        ["enero"] = 1, ["ene"] = 1, ["febrero"] = 2, ["marzo"] = 3, ["abril"] = 4, ["abr"] = 4, ["mayo"] = 5, ["junio"] = 6, ["julio"] = 7, ["agosto"] = 8, ["ago"] = 8, ["septiembre"] = 9, ["octubre"] = 10, ["noviembre"] = 11, ["diciembre"] = 12, ["dic"] = 12,
    }.ToFrozenDictionary();

    /// <summary>1–12, or null.</summary>
    public static int? Find(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length < LeastLetters)
            return null;
        int english = Array.FindIndex(English, month => month.StartsWith(lower, StringComparison.Ordinal));
        return english >= 0 ? english + 1 : Foreign.TryGetValue(lower, out int month) ? month : null;
    }
}
