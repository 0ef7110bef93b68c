namespace SurvBot.Answers;

/// <summary>Tells an answer's text sentence by sentence, each with everything before it.</summary>
internal static class TextGrowth
{
    /// <summary>One step a sentence, the last with the whole text; none for an abstention, which claims nothing that could grow.</summary>
    public static IEnumerable<TextGrew> Of(Answer answer)
    {
        if (answer.Abstention is not null)
            yield break;
        // What opens a text without a citation, such as its age, comes with the first sentence.
        foreach (var markers in CitationMarker.Run().Matches(answer.Text).AsEnumerable())
            yield return UpTo(markers.Index + markers.Length, answer);
    }

    private static TextGrew UpTo(int end, Answer answer)
    {
        string text = answer.Text[..end];
        var used = CitationMarker.Pattern().Matches(text).Select(marker => int.Parse(marker.Groups["n"].ValueSpan)).ToHashSet();
        return new TextGrew(text, [.. answer.Citations.Where(citation => used.Contains(citation.N))]);
    }
}
