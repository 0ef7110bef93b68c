using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Finds the proper names in a text by their capitals.</summary>
public static class NameMentions
{
    /// <summary>
    /// Runs of capitalised words, without question words at their edges and without nationalities ("American" speaks of the US, whatever a text calls it);
    /// each name once, in order.
    /// </summary>
    public static IReadOnlyList<string> In(string text)
    {
        var names = new List<string>();
        int start = -1, end = -1;
        bool opening = false, first = true;
        void Close()
        {
            if (start >= 0 && !(opening && IsOnlyCapitalizedAsOpener(text[start..end])))
                names.Add(text[start..end]);
            start = -1;
        }
        var words = new Tokenizer(text);
        while (words.MoveNext())
        {
            bool opensSentence = first || EndsSentence(text.AsSpan(0, words.Start));
            first = false;
            bool named = HasCapital(text.AsSpan(words.Start, words.End - words.Start)) && !StopWords.Contains(words.Word) && !NoNames.Contains(words.Word.ToString());
            if (start >= 0 && (!named || Interrupts(text.AsSpan(end, words.Start - end))))
                Close();
            if (!named)
                continue;
            if (start < 0)
                (start, opening) = (words.Start, opensSentence);
            end = WithoutPossessive(text, words.Start, words.End);
        }
        Close();
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Capitalised for other reasons than being somebody's name.
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "name", "list", "tell", "give", "show", "explain", "describe", "define", "compare", "find", "according", "please", "hi", "hello", "ok", "summarize", "summarise", "considering",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ceo", "cfo", "mr", "mrs", "ms", "dr", "ai",
        "american", "americans", "chinese", "british", "russian", "european", "europeans", "indian", "french", "german", "israeli", "australian", "canadian", "japanese", "korean", "african", "asian",
        "mexican", "brazilian", "italian", "spanish", "dutch", "swiss", "swedish", "turkish", "iranian", "saudi", "ukrainian", "english", "irish", "scottish", "polish", "greek", "western", "eastern",
    };

    /// <summary>The first word of a sentence has a capital anyway; only an inner capital or digit ("iSentry", "FTC") makes it a name by itself.</summary>
    private static bool IsOnlyCapitalizedAsOpener(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) && name.Skip(1).All(char.IsLower);

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        bool capital = false, letter = false;
        foreach (char c in word)
            (capital, letter) = (capital || char.IsUpper(c), letter || char.IsLetter(c));
        return capital && letter;
    }

    private static int WithoutPossessive(string text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' ? end - 2 : end;

    private static bool EndsSentence(ReadOnlySpan<char> before) => before.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is '?' or '!' or '.' or ':' or '“' or '"' or '‘';

    private static bool Interrupts(ReadOnlySpan<char> between)
    {
        foreach (char c in between)
            if (c is not (' ' or '-' or '.' or '&'))
                return true;
        return false;
    }
}
