using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Finds the proper names in a text by their capitals.</summary>
public static class NameMentions
{
    /// <summary>Runs of capitalised words, question words and other stop words at their edges left out; each name once, in order.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var names = new List<string>();
        int start = -1, end = -1;
        bool first = true;
        void Close()
        {
            if (start >= 0)
                names.Add(text[start..end]);
            start = -1;
        }
        var words = new Tokenizer(text);
        while (words.MoveNext())
        {
            bool opensSentence = first || EndsSentence(text.AsSpan(0, words.Start));
            first = false;
            bool stop = StopWords.Contains(words.Word) || Openers.Contains(words.Word.ToString());
            bool named = LooksLikeName(text.AsSpan(words.Start, words.End - words.Start), opensSentence) && !stop;
            if (start >= 0 && (!named || Interrupts(text.AsSpan(end, words.Start - end))))
                Close();
            if (!named)
                continue;
            if (start < 0)
                start = words.Start;
            end = words.End;
        }
        Close();
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // What opens a question and is capitalised only for that.
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "name", "list", "tell", "give", "show", "explain", "describe", "define", "compare", "find", "according", "please", "hi", "hello", "ok", "summarize", "summarise", "considering",
        "besides", "regarding", "concerning", "roughly", "approximately", "exactly", "ever", "today", "yesterday", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ceo", "cfo", "mr", "mrs", "ms", "dr",
    };

    private static bool LooksLikeName(ReadOnlySpan<char> word, bool opensSentence)
    {
        int capitals = 0, digits = 0;
        foreach (char c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }
        if (digits == word.Length || capitals == 0)
            return false;
        // The first word of a sentence has a capital anyway; an inner capital ("iSentry", "FTC") still tells. A lone first word may be a name: "Clearview settled when?"
        return !opensSentence || capitals > 1 || !char.IsUpper(word[0]) || word.Length > 3;
    }

    private static bool EndsSentence(ReadOnlySpan<char> before) => before.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is '?' or '!' or '.' or ':';

    private static bool Interrupts(ReadOnlySpan<char> between)
    {
        foreach (char c in between)
            if (c is not (' ' or '-' or '.' or '\'' or '’' or '&' or 's'))
                return true;
        // A possessive ends one name and begins another: "SenseTime's Viper".
        return between.Contains('\'') || between.Contains('’');
    }
}
