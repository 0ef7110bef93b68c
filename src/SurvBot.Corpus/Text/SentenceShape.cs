namespace SurvBot.Corpus.Text;

/// <summary>How a sentence's last character leaves it.</summary>
internal enum SentenceEnding
{
    /// <summary>Just ends, as headings do.</summary>
    None,

    /// <summary>A colon, semicolon, comma or dash: more was to come.</summary>
    Open,

    /// <summary>A stop, with or without closing quotes.</summary>
    Stop,
}

/// <summary>Counts over one sentence that tell prose from lists, menus and code.</summary>
internal readonly record struct SentenceShape
{
    // Finite verbs that are common in news and not nouns as well; "-ed" and "-ing" forms are seen by their endings.
    private static readonly WordSet s_verbs = new(
        "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "does", "do", "did", "said", "says", "say", "told", "tells", "made", "makes", "make",
        "took", "takes", "gave", "gives", "came", "comes", "went", "goes", "got", "gets", "saw", "sees", "knew", "knows", "began", "begins", "built", "builds", "bought", "buys", "sold", "sells", "grew", "grows", "fell", "falls", "rose", "rises",
        "led", "leads", "met", "won", "wins", "lost", "loses", "left", "kept", "keeps", "held", "holds", "found", "put", "puts", "set", "cut", "let", "hit", "paid", "pays", "sent", "sends", "spent", "wrote", "writes", "spoke", "ran", "runs", "became", "becomes",
        "brought", "thought", "thinks", "felt", "meant", "means", "stood", "stands", "wants", "want", "need", "needs", "seems", "remains", "refuses", "denies", "agrees", "plans", "uses", "isn", "wasn", "aren", "weren", "don", "doesn", "didn", "won’t", "can’t", "wouldn", "couldn", "shouldn", "hasn", "haven", "hadn");

    // What follows one of these at a sentence's beginning is a verb, known or not.
    private static readonly WordSet s_subjects = new("It", "He", "She", "They", "We", "I", "You", "There", "Who");

    private static readonly WordSet s_contracting = new("it", "It", "that", "That", "there", "There", "here", "Here", "what", "What", "who", "Who", "he", "He", "she", "She", "let", "Let");

    public int Words { get; private init; }

    /// <summary>Share of letters and digits among what is not white space.</summary>
    public double LetterShare { get; private init; }

    /// <summary>Share of characters that belong to program text and tables.</summary>
    public double CodeMarkShare { get; private init; }

    /// <summary>Share of capitalised words among those that begin with a letter, the first one aside.</summary>
    public double CapitalShare { get; private init; }

    /// <summary>Most capitalised words in a row with nothing but blanks between them.</summary>
    public int LongestCapitalRun { get; private init; }

    public bool HasVerb { get; private init; }

    /// <summary>Written without blanks between words, as Chinese and Japanese are.</summary>
    public bool IsUnspaced { get; private init; }

    public SentenceEnding Ending { get; private init; }

    public static SentenceShape Of(ReadOnlySpan<char> sentence)
    {
        int words = 0, cased = 0, capitals = 0, run = 0, longestRun = 0;
        bool verb = false;
        foreach (var range in sentence.SplitAny(' ', '\n', '\r', '\t', '\u00A0'))
        {
            var token = sentence[range];
            var word = Core(token);
            if (word.IsEmpty)
                continue;
            words++;
            bool capital = char.IsUpper(word[0]);
            run = capital ? run + 1 : 0;
            longestRun = Math.Max(longestRun, run);
            if (!char.IsLetterOrDigit(token[^1]))
                run = 0;
            if (words > 1 && char.IsLetter(word[0]))
                (cased, capitals) = (cased + 1, capitals + (capital ? 1 : 0));
            verb |= words == 1 ? IsVerb(word, true) || s_subjects.Contains(word) : IsVerb(word, false);
        }
        return Count(sentence) with
        {
            Words = words,
            CapitalShare = cased == 0 ? 0 : (double)capitals / cased,
            LongestCapitalRun = longestRun,
            HasVerb = verb,
            Ending = EndingOf(sentence),
        };
    }

    private static SentenceShape Count(ReadOnlySpan<char> sentence)
    {
        int visible = 0, letters = 0, marks = 0, ideographs = 0;
        foreach (char c in sentence)
        {
            if (char.IsWhiteSpace(c))
                continue;
            visible++;
            if (char.IsLetterOrDigit(c))
                letters++;
            if (c is '{' or '}' or '<' or '>' or '|' or '=' or '_' or '\\' or '~' or '^')
                marks++;
            if (c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF')
                ideographs++;
        }
        return new SentenceShape
        {
            LetterShare = visible == 0 ? 0 : (double)letters / visible,
            CodeMarkShare = visible == 0 ? 0 : (double)marks / visible,
            IsUnspaced = ideographs > 5 && ideographs * 2 > visible,
        };
    }

    // The token without the punctuation around it.
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> token)
    {
        int start = 0, end = token.Length;
        while (start < end && !char.IsLetterOrDigit(token[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(token[end - 1]))
            end--;
        return token[start..end];
    }

    private static bool IsVerb(ReadOnlySpan<char> word, bool isFirst)
    {
        if (char.IsUpper(word[0]))
            return isFirst && IsVerb([char.ToLowerInvariant(word[0]), .. word[1..Math.Min(word.Length, WordSet.MaxWordLength)]], isFirst);
        int apostrophe = word.IndexOfAny('\'', '’');
        if (apostrophe > 0 && IsContraction(word[..apostrophe], word[(apostrophe + 1)..]))
            return true;
        return s_verbs.Contains(word) || (word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || (word.EndsWith("ing", StringComparison.Ordinal) && !isFirst)));
    }

    // "isn't", "they're", "it's", but not "company's".
    private static bool IsContraction(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        after is "t" or "re" or "ll" or "ve" or "d" or "m"
        || (after is "s" && s_contracting.Contains(before));

    private static SentenceEnding EndingOf(ReadOnlySpan<char> sentence)
    {
        var bare = sentence.TrimEnd("\"'”’»)]}」』“‘ ");
        if (bare.IsEmpty)
            return SentenceEnding.None;
        if (StopRun.Stops.Contains(bare[^1]))
            return SentenceEnding.Stop;
        return bare[^1] is ':' or ';' or ',' ? SentenceEnding.Open : SentenceEnding.None;
    }
}
