using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Writes a mistyped question as it was meant, by the words of what was found for it.</summary>
public static class SpellingRepair
{
    /// <summary>The question with each word that the search corrected replaced by the word that stands in the best passage; the same text when nothing was.</summary>
    public static string Repair(string question, RetrievalResult retrieval)
    {
        var corrected = retrieval.Terms.Where(term => term.Asked != term.Term).ToDictionary(term => term.Asked, term => term.Term);
        if (corrected.Count == 0)
            return question;
        var meant = WordsFor(corrected.Values.ToHashSet(), retrieval);
        string repaired = question;
        // From the end, so that the places of earlier words stay.
        foreach (var (term, start, end) in Enumerable.Reverse(WordsOf(question)))
            if (corrected.TryGetValue(term, out string? known) && meant.TryGetValue(known, out string? word))
                repaired = repaired[..start] + word + repaired[end..];
        return repaired;
    }

    private static Dictionary<string, string> WordsFor(HashSet<string> terms, RetrievalResult retrieval)
    {
        var words = new Dictionary<string, string>();
        foreach (var passage in retrieval.Passages)
        {
            if (words.Count == terms.Count)
                break;
            foreach (string text in (string[])[passage.Article.Body[passage.Passage.Start..passage.Passage.End], passage.Article.Title])
                foreach (var (term, start, end) in WordsOf(text))
                    if (terms.Contains(term))
                        words.TryAdd(term, text[start..end]);
        }
        return words;
    }

    private static List<(string Term, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        var walk = new Tokenizer(text);
        while (walk.MoveNext())
            words.Add((Terms.Of(walk.Word).ToString(), walk.Start, walk.End));
        return words;
    }
}
