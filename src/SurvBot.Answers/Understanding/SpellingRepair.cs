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
            if (corrected.TryGetValue(term, out string? known) && meant[known].MaxBy(word => Likeness(question[start..end], word)) is { } word)
                repaired = repaired[..start] + word + repaired[end..];
        return repaired;
    }

    /// <summary>For each term the forms in which it stands in what was found, the best passage's first.</summary>
    private static ILookup<string, string> WordsFor(HashSet<string> terms, RetrievalResult retrieval) =>
        retrieval.Passages.SelectMany(passage => (string[])[passage.Article.Body[passage.Passage.Start..passage.Passage.End], passage.Article.Title])
            .SelectMany(text => WordsOf(text).Where(word => terms.Contains(word.Term)).Select(word => (word.Term, Word: WithoutPossessive(text[word.Start..word.End]))))
            .Distinct().ToLookup(word => word.Term, word => word.Word);

    /// <summary>Letters in common at both ends; of "First" and "first" the one that begins as the typed word does.</summary>
    private static double Likeness(string typed, string word)
    {
        int shorter = Math.Min(typed.Length, word.Length), before = 0, after = 0;
        while (before < shorter && char.ToLowerInvariant(typed[before]) == char.ToLowerInvariant(word[before]))
            before++;
        while (after < shorter - before && char.ToLowerInvariant(typed[^(after + 1)]) == char.ToLowerInvariant(word[^(after + 1)]))
            after++;
        return before + after + (char.IsUpper(typed[0]) == char.IsUpper(word[0]) ? 0.5 : 0);
    }

    private static string WithoutPossessive(string word) => word.Length > 2 && word[^2] is '\'' or '\u2019' ? word[..^2] : word;

    private static List<(string Term, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        var walk = new Tokenizer(text);
        while (walk.MoveNext())
            words.Add((Terms.Of(walk.Word).ToString(), walk.Start, walk.End));
        return words;
    }
}
