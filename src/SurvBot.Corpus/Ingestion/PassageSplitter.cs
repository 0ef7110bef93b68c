using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Cuts an article's body into passages, the units of retrieval: whole paragraphs where they fit, else whole sentences.</summary>
public static class PassageSplitter
{
    /// <summary>A passage is closed rather than grow beyond this many approximate tokens.</summary>
    public const int TargetTokens = 200;

    /// <summary>No passage is longer than this, in approximate tokens.</summary>
    public const int MaxTokens = 400;

    // A last passage shorter than this joins the one before it.
    private const int MinTailTokens = 40;

    /// <summary>
    /// The passages of <paramref name="body"/> in order: exact UTF-16 spans that do not overlap and begin and end with something visible.
    /// Paragraphs of nothing but boilerplate at the very start and end are left out, unless the article has nothing else.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string body)
    {
        var passages = new List<TextSpan>();
        int filled = 0;
        foreach (var piece in WithoutOuterBoilerplate(body, TextBlocks.Split(body, new TextSpan(0, body.Length))).SelectMany(block => Pieces(body, block)))
        {
            int tokens = TokensIn(body, piece);
            bool joins = passages.Count > 0 && filled + tokens <= TargetTokens;
            if (joins)
                passages[^1] = new TextSpan(passages[^1].Start, piece.End);
            else
                passages.Add(piece);
            filled = joins ? filled + tokens : tokens;
        }
        JoinShortTail(body, passages);
        return passages;
    }

    /// <summary>
    /// About how many model tokens a text has, without a tokenizer: one for every eight characters or part of them in a word, one for every mark
    /// and every ideograph.
    /// </summary>
    public static int ApproximateTokens(ReadOnlySpan<char> text)
    {
        int tokens = 0, wordLength = 0;
        foreach (char c in text)
        {
            wordLength = char.IsLetterOrDigit(c) && c < '\u2E80' ? wordLength + 1 : 0;
            if (wordLength == 0 ? !char.IsWhiteSpace(c) && !char.IsLowSurrogate(c) : wordLength % 8 == 1)
                tokens++;
        }
        return tokens;
    }

    private static int TokensIn(string body, TextSpan span) => ApproximateTokens(body.AsSpan(span.Start, span.Length));

    private static List<TextSpan> WithoutOuterBoilerplate(string body, List<TextSpan> blocks)
    {
        int first = blocks.FindIndex(block => HasProse(body, block));
        int last = blocks.FindLastIndex(block => HasProse(body, block));
        return first < 0 ? blocks : blocks[first..(last + 1)];
    }

    private static bool HasProse(string body, TextSpan block) =>
        SentenceSplitter.Split(body, block).Any(sentence => ProseCheck.IsProse(body.AsSpan(sentence.Start, sentence.Length)));

    private static IEnumerable<TextSpan> Pieces(string body, TextSpan block) =>
        TokensIn(body, block) <= TargetTokens ? [block] : SentenceSplitter.Split(body, block).SelectMany(sentence => CutHard(body, sentence));

    // Only text without sentences, such as a table, is ever longer than a passage may be.
    private static IEnumerable<TextSpan> CutHard(string body, TextSpan sentence)
    {
        while (sentence.Length > 0 && TokensIn(body, sentence) > MaxTokens)
        {
            int cut = LastCut(body, sentence);
            yield return Trim(body, sentence.Start, cut);
            sentence = Trim(body, cut, sentence.End);
        }
        if (sentence.Length > 0)
            yield return sentence;
    }

    private static int LastCut(string body, TextSpan span)
    {
        int low = 1, high = span.Length;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (ApproximateTokens(body.AsSpan(span.Start, middle)) <= MaxTokens)
                low = middle;
            else
                high = middle - 1;
        }
        int limit = span.Start + low;
        int blank = body.AsSpan(span.Start, low).LastIndexOfAny(' ', '\n', '\t');
        if (blank > 0)
            return span.Start + blank;
        return char.IsLowSurrogate(body[limit]) && low > 1 ? limit - 1 : limit;
    }

    private static void JoinShortTail(string body, List<TextSpan> passages)
    {
        if (passages.Count < 2 || TokensIn(body, passages[^1]) >= MinTailTokens || TokensIn(body, passages[^2]) > TargetTokens)
            return;
        passages[^2] = new TextSpan(passages[^2].Start, passages[^1].End);
        passages.RemoveAt(passages.Count - 1);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
