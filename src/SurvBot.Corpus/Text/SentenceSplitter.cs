using System.Buffers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Text;

/// <summary>Finds the sentences of news text, so that an answer can quote them by offset.</summary>
/// <remarks>In doubt it joins: a quote of two sentences is still true, half a sentence may not be.</remarks>
public static class SentenceSplitter
{
    /// <summary>UTF-16 units after which text without any sentence end is cut at white space.</summary>
    public const int MaxSentenceLength = 1200;

    private static readonly SearchValues<char> s_stops = SearchValues.Create(StopRun.Stops);

    /// <summary>
    /// The sentences of <paramref name="text"/> in order: without outer white space, not overlapping, covering everything that is not white space.
    /// A paragraph's end always ends a sentence. Runs in linear time.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>The same for a stretch of <paramref name="text"/>; the offsets are those of the whole text.</summary>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan range)
    {
        var sentences = new List<TextSpan>();
        foreach (var block in TextBlocks.Split(text, range))
            AddSentences(text, block, sentences);
        return sentences;
    }

    private static void AddSentences(string text, TextSpan block, List<TextSpan> sentences)
    {
        int start = block.Start;
        int position = block.Start;
        while (NextStop(text, position, block.End) is var stop and >= 0)
        {
            var run = StopRun.Read(text, stop, block.End);
            position = run.End;
            if (!SentenceBoundary.EndsSentence(text, new TextSpan(start, block.End), run))
                continue;
            Add(text, start, run.End, sentences);
            start = SkipWhiteSpace(text, run.End, block.End);
        }
        Add(text, start, block.End, sentences);
    }

    private static int SkipWhiteSpace(string text, int from, int end)
    {
        while (from < end && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private static int NextStop(string text, int from, int end) =>
        text.AsSpan(from, end - from).IndexOfAny(s_stops) is var found and >= 0 ? from + found : -1;

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        var rest = Trim(text, start, end);
        while (rest.Length > MaxSentenceLength)
        {
            int cut = CutAt(text, rest);
            sentences.Add(Trim(text, rest.Start, cut));
            rest = Trim(text, cut, end);
        }
        if (rest.Length > 0)
            sentences.Add(rest);
    }

    // The last white space that fits; without any, the limit itself, but never inside a surrogate pair.
    private static int CutAt(string text, TextSpan rest)
    {
        int limit = rest.Start + MaxSentenceLength;
        for (int i = limit; i > rest.Start; i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }
        return char.IsLowSurrogate(text[limit]) && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        start = SkipWhiteSpace(text, start, end);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
