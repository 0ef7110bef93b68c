namespace SurvBot.Corpus.Text;

/// <summary>One run of stops with the quotes and brackets that close on it: <c>.”</c>, <c>?!</c>, <c>…)</c>, <c>.[12]</c>.</summary>
internal readonly record struct StopRun(int Start, int End)
{
    /// <summary>Every character that may end a sentence.</summary>
    public const string Stops = ".!?…‽؟।" + WideStops;

    private const string WideStops = "。！？｡";

    /// <summary>Only full stops, one of them: the one case in which an abbreviation may be meant.</summary>
    public bool IsSingleDot { get; private init; }

    /// <summary>"..", "..." or "…".</summary>
    public bool IsEllipsis { get; private init; }

    /// <summary>Has a mark that ends a sentence whatever follows it: 。 ！ ？</summary>
    public bool IsWide { get; private init; }

    public bool ClosesQuote { get; private init; }

    public bool ClosesBracket { get; private init; }

    /// <summary>Reads the run that begins at <paramref name="start"/>; a closing quote astray after a blank still belongs to it.</summary>
    public static StopRun Read(string text, int start, int end)
    {
        int dots = 0, others = 0;
        bool wide = false, ellipsis = false, quote = false, bracket = false;
        int i = start;
        for (; i < end; i++)
        {
            char c = text[i];
            if (c == '.')
                dots++;
            else if (c == '…')
                ellipsis = true;
            else if (Stops.Contains(c))
                (others, wide) = (others + 1, wide || WideStops.Contains(c));
            else if (IsClosingQuote(text, i, end))
                quote = true;
            else if (c is ')' or ']' or '}' or '）' or '】')
                bracket = true;
            else if (NoteMarkLength(text, i, end) is var length and > 0)
                i += length - 1;
            else
                break;
        }
        if (i + 1 < end && text[i] is ' ' or '\u00A0' && text[i + 1] is '”' or '»' && (i + 2 == end || char.IsWhiteSpace(text[i + 2])))
            (i, quote) = (i + 2, true);
        return new StopRun(start, i)
        {
            IsSingleDot = dots == 1 && others == 0 && !ellipsis,
            IsEllipsis = others == 0 && (ellipsis || dots > 1),
            IsWide = wide,
            ClosesQuote = quote,
            ClosesBracket = bracket,
        };
    }

    private static bool IsClosingQuote(string text, int i, int end) => text[i] switch
    {
        '”' or '’' or '"' or '\'' or '»' or '›' or '」' or '』' or '＂' => true,
        // „German“ quotes close with what opens English ones.
        '“' or '‘' => i + 1 == end || char.IsWhiteSpace(text[i + 1]),
        _ => false,
    };

    // "[12]" right behind a stop is a footnote mark.
    private static int NoteMarkLength(string text, int i, int end)
    {
        if (text[i] != '[')
            return 0;
        int digits = 0;
        while (digits < 3 && i + 1 + digits < end && char.IsAsciiDigit(text[i + 1 + digits]))
            digits++;
        return digits > 0 && i + 1 + digits < end && text[i + 1 + digits] == ']' ? digits + 2 : 0;
    }
}
