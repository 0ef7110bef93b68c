using System.Collections.Frozen;

namespace SurvBot.Corpus.Feeds.Dates;

/// <summary>Months by their names, whole or cut to three letters and more.</summary>
internal static class MonthWords
{
    private const int LeastLetters = 3;

    private static readonly string[] English = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // Publishers whose software writes RFC 822 in its own language: what feedparser knows of Greek and Hungarian, and neighbours of English. January first.
    private static readonly string[] Foreign =
    [
        "ιαν január januar janvier janv enero ene",
        "φεβ februári február februar février févr febrero",
        "μάώ μαώ μαρ március märz mär mars marzo",
        "απρ április avril avr abril abr",
        "μάι μαϊ μαι máujus május mai mayo",
        "ιούν ιον ιουν június juni juin junio",
        "ιούλ ιολ ιουλ július juli juillet julio",
        "αύγ αυγ augusztus août agosto ago",
        "σεπ szeptember septembre septiembre",
        "οκτ október okt oktober octobre octubre",
        "νοέ νοε novembre noviembre",
        "δεκ dez dezember décembre déc diciembre dic",
    ];

    private static readonly FrozenDictionary<string, int> ForeignMonths = Foreign.Index().SelectMany(month => month.Item.Split(' ').Select(word => (word, month.Index + 1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    /// <summary>1–12, or null.</summary>
    public static int? Find(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length < LeastLetters)
            return null;
        int english = Array.FindIndex(English, month => month.StartsWith(lower, StringComparison.Ordinal));
        return english >= 0 ? english + 1 : ForeignMonths.TryGetValue(lower, out int month) ? month : null;
    }
}
