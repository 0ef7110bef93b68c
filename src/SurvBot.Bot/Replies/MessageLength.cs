namespace SurvBot.Bot.Replies;

/// <summary>How much of a text a chat shows at once.</summary>
internal static class MessageLength
{
    /// <summary>As many words as people read in a chat message without scrolling.</summary>
    public const int MostWords = 120;

    /// <summary>What is shown and what waits for a click; cut between sentences, and the first sentence is always shown.</summary>
    public static (IReadOnlyList<Paragraph> Shown, IReadOnlyList<Paragraph> Waiting) Cut(IEnumerable<MarkedParagraph> paragraphs)
    {
        var shown = new List<Paragraph>();
        var waiting = new List<Paragraph>();
        int words = 0;
        foreach (var paragraph in paragraphs)
        {
            int fit = 0;
            // Once a sentence has to wait, so do all that come after it, however short.
            while (waiting.Count == 0 && fit < paragraph.Sentences.Count && (words == 0 || words + paragraph.Sentences[fit].Words <= MostWords))
                words += paragraph.Sentences[fit++].Words;
            Add(shown, paragraph.Sentences.Take(fit));
            Add(waiting, paragraph.Sentences.Skip(fit));
        }
        return (shown, waiting);
    }

    private static void Add(List<Paragraph> paragraphs, IEnumerable<MarkedSentence> sentences)
    {
        if (sentences.Any())
            paragraphs.Add(MarkedSentence.Join(sentences));
    }
}
