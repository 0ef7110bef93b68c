namespace SurvBot.Corpus.Text;

/// <summary>What stands behind a stop and its blank: the marks that open the next words, and the first word.</summary>
internal readonly ref struct Lookahead
{
    private const int MaxOpeningMarks = 6;

    /// <summary>The first word's letters; empty when something else comes first.</summary>
    public ReadOnlySpan<char> Word { get; private init; }

    public int WordStart { get; private init; }

    /// <summary>An opening quote stands before the first word.</summary>
    public bool Quoted { get; private init; }

    /// <summary>A dash stands before the first word.</summary>
    public bool Dashed { get; private init; }

    public bool IsBullet { get; private init; }

    /// <summary>A mark that cannot open a sentence, such as a comma or a further stop.</summary>
    public bool IsContinuation { get; private init; }

    public bool StartsWithDigit { get; private init; }

    public bool StartsUpper => Word.Length > 0 && char.IsUpper(Word[0]);

    /// <summary>True for "said", false for "iPhone".</summary>
    public bool StartsLower => Word.Length > 0 && char.IsLower(Word[0]) && !(Word.Length > 1 && char.IsUpper(Word[1]));

    public static Lookahead Read(string text, int from, int end)
    {
        int i = from;
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        if (i == end)
            return default;

        char first = text[i];
        bool quoted = false, dashed = false;
        for (int marks = 0; marks < MaxOpeningMarks && i < end && IsOpeningMark(text[i]); marks++, i++)
        {
            quoted |= text[i] is '“' or '‘' or '"' or '\'' or '«' or '„' or '「' or '『';
            dashed |= text[i] is '—' or '–' or '-';
        }
        int letters = i;
        while (letters < end && letters - i < WordSet.MaxWordLength && char.IsLetter(text[letters]))
            letters++;
        return new Lookahead
        {
            Word = text.AsSpan(i, letters - i),
            WordStart = i,
            Quoted = quoted,
            Dashed = dashed,
            IsBullet = first is '•' or '·' or '▪' or '●' or '■' or '◦' or '‣' or '►',
            IsContinuation = first is ',' or ';' or ':' || StopRun.Stops.Contains(first),
            StartsWithDigit = i < end && char.IsAsciiDigit(text[i]),
        };
    }

    private static bool IsOpeningMark(char c) =>
        c is '“' or '‘' or '"' or '\'' or '«' or '„' or '「' or '『' or '(' or '[' or '{' or '—' or '–' or '-' or '¿' or '¡' || char.IsWhiteSpace(c);
}
