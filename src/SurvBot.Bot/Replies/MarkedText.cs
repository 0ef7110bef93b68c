using SurvBot.Answers;

namespace SurvBot.Bot.Replies;

/// <summary>Takes an answer's text apart: paragraphs of sentences, each with its words and the markers that it ends with.</summary>
internal static class MarkedText
{
    /// <summary>The paragraphs of <paramref name="text"/>; a number in brackets that is none of the <paramref name="citations"/> is text.</summary>
    public static IReadOnlyList<MarkedParagraph> Parse(string text, IReadOnlySet<int> citations) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => new MarkedParagraph(Sentences(Spans(paragraph, citations))))];

    private static IEnumerable<ReplySpan> Spans(string paragraph, IReadOnlySet<int> citations)
    {
        int start = 0;
        foreach (var marker in CitationMarker.Pattern().Matches(paragraph).AsEnumerable())
        {
            int n = int.Parse(marker.Groups["n"].ValueSpan);
            if (!citations.Contains(n))
                continue;
            if (marker.Index > start)
                yield return ReplySpan.Of(paragraph[start..marker.Index]);
            yield return ReplySpan.Marker(n);
            start = marker.Index + marker.Length;
        }
        if (start < paragraph.Length)
            yield return ReplySpan.Of(paragraph[start..]);
    }

    private static List<MarkedSentence> Sentences(IEnumerable<ReplySpan> spans)
    {
        var sentences = new List<List<ReplySpan>>();
        foreach (var span in spans)
        {
            if (sentences.Count == 0 || (sentences[^1][^1].Citation is not null && Opens(span)))
                sentences.Add([]);
            sentences[^1].Add(span);
        }
        return [.. sentences.Select(sentence => new MarkedSentence(sentence))];
    }

    // After a marker: neither the space before another one, nor a full stop that belongs to the sentence before it.
    private static bool Opens(ReplySpan span) => span.Text is [var first, ..] words && char.IsWhiteSpace(first) && !string.IsNullOrWhiteSpace(words);
}

/// <summary>Sentences that stand together.</summary>
internal sealed record MarkedParagraph(IReadOnlyList<MarkedSentence> Sentences)
{
    public bool IsCited => Sentences.Any(sentence => sentence.IsCited);
}

/// <summary>Words and the markers that back them.</summary>
internal sealed record MarkedSentence(IReadOnlyList<ReplySpan> Spans)
{
    public bool IsCited => Spans.Any(span => span.Citation is not null);

    public int Words => Spans.Sum(span => span.Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0);

    /// <summary>The sentences as one paragraph, without the space before the first.</summary>
    public static Paragraph Join(IEnumerable<MarkedSentence> sentences)
    {
        var spans = sentences.SelectMany(sentence => sentence.Spans).ToList();
        if (spans is [{ Text: { } opening }, ..])
            spans[0] = ReplySpan.Of(opening.TrimStart());
        return new Paragraph(spans);
    }
}
