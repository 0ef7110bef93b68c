using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Joins words to questions.</summary>
internal static class Wording
{
    /// <summary>No more than a search can use.</summary>
    public const int Longest = 600;

    // A topic is said when no more than this part of its terms is missing.
    private const int MostlySaid = 3;

    /// <summary>At most <paramref name="length"/> characters, cut between words where there is a space.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;
        int space = text.LastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }

    /// <summary>One line, one space between words.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Without the mark at the end.</summary>
    public static string Bare(string question) => question.Trim().TrimEnd('?', '.', '!', ',', ' ');

    /// <summary>Begins with a capital and ends with a question mark, or with a full stop where it tells somebody to do something.</summary>
    public static string AsQuestion(string text) => Bare(text) is { Length: > 0 } bare ? $"{char.ToUpperInvariant(bare[0])}{bare[1..]}{Ending(bare)}" : text;

    /// <summary>The first letter small, unless the first word is a name.</summary>
    public static string Uncapitalize(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && StopWords.Contains(text.Split(' ', 2)[0].ToLowerInvariant()) && !text.StartsWith("I ", StringComparison.Ordinal)
            ? $"{char.ToLowerInvariant(text[0])}{text[1..]}"
            : text;

    /// <summary>The question with what it is about in brackets, as far as it does not say so itself.</summary>
    public static string About(string question, IEnumerable<string> topics)
    {
        var said = Terms.In(question);
        var missing = topics.Where(topic => Terms.In(topic) is var terms && terms.Except(said).Count() * MostlySaid > terms.Count).ToList();
        return missing.Count == 0 ? AsQuestion(question) : $"{Bare(AsQuestion(question))} ({string.Join(", ", missing)}){Ending(question)}";
    }

    private static char Ending(string text) => text.Split(' ', 2)[0].ToLowerInvariant() is "tell" or "list" or "name" or "compare" or "explain" or "describe" or "show" or "summarize" or "summarise" or "give" or "find" ? '.' : '?';
}
