using SurvBot.Answers.Understanding.Threads;

namespace SurvBot.Answers.Checking;

/// <summary>Finds what is done in a sentence, by the forms of words alone.</summary>
internal static class SentenceVerbs
{
    private static readonly HashSet<string> Be = ["was", "were", "is", "are", "be", "been", "being", "got"];

    private static readonly HashSet<string> Nominal = ["the", "a", "an", "of", "in", "for", "its", "their", "his", "her", "this", "that", "these", "those", "no"];

    /// <summary>Whether the word is a finite verb or participle.</summary>
    public static bool IsVerb(IReadOnlyList<SentenceWord> words, int i)
    {
        var word = words[i];
        if (word.Term.Length == 0 || word.IsNumber || (word.IsCapitalized && i > 0))
            return false;
        string before = i > 0 ? words[i - 1].Plain : "";
        return !Nominal.Contains(before) && (Verbs.Participle(word.Plain) is not null || before is "will" or "would" or "may" or "might" or "could" or "can" or "should" or "must" or "did" or "does");
    }

    /// <summary>Whether a participle is of what is done to somebody: "was never sued", "sued by"; "is said to have sued" is none.</summary>
    public static bool IsPassive(IReadOnlyList<SentenceWord> words, int i, int reach) =>
        Verbs.Participle(words[i].Plain) == words[i].Plain
        && !(i > 0 && words[i - 1].Plain is "have" or "has" or "had" or "having")
        && (words.Take(i).TakeLast(reach).Any(word => Be.Contains(word.Plain)) || words.Skip(i + 1).Take(reach).TakeWhile(word => !word.IsCapitalized).Any(word => word.Plain == "by"));

    /// <summary>From the last to the next clause mark around a word, as offsets in the sentence.</summary>
    public static (int From, int To) Clause(SentenceParts parts, int i)
    {
        int from = 0, to = parts.Text.Length;
        foreach (var (at, word) in parts.Words.Index().Where(entry => Marks.Contains(entry.Item.Plain)))
        {
            if (at < i)
                from = word.Start;
            else if (at > i)
            {
                to = word.Start;
                break;
            }
        }
        foreach (int mark in parts.Text.Index().Where(c => c.Item is ';' or '—' or '–').Select(c => c.Index))
        {
            if (mark < parts.Words[i].Start)
                from = Math.Max(from, mark);
            else
                to = Math.Min(to, mark);
        }
        return (from, to);
    }

    private static readonly HashSet<string> Marks = ["while", "whereas", "although", "but", "which", "who", "after", "before", "because", "when", "where", "that", "said", "says"];
}
