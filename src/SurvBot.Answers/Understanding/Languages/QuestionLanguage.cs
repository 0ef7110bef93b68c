using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Languages;

/// <summary>Tells which language a question is in, by its letters and its commonest words.</summary>
public static class QuestionLanguage
{
    public const string English = "en";

    // A common word of a language tells much, an article or a letter little: names have them, too.
    private const int Word = 2, Hint = 1, Enough = 3;

    /// <summary>The two-letter tag of BCP 47; null where a few names or terms could be of any.</summary>
    public static string? Of(string question)
    {
        int english = 0;
        var scores = LanguageWords.All.ToDictionary(words => words.Language, _ => 0);
        bool first = true;
        var walk = new Tokenizer(question);
        while (walk.MoveNext())
        {
            string word = walk.Word.ToString(), written = question[walk.Start..walk.End];
            // "Die Zeit" and "La Stampa" are names.
            bool isName = walk.IsCapitalized && !first;
            english += word.Length > 1 && StopWords.Contains(word) ? Word : 0;
            foreach (var words in isName ? [] : LanguageWords.All)
                scores[words.Language] += Weigh(words, word, written, walk.IsCapitalized);
            first = false;
        }
        if (Scripts.Of(question, english > 0) is { } script)
            return script;
        var (language, score) = scores.MaxBy(entry => entry.Value);
        return score >= Enough && score > english ? language : english > 0 ? English : null;
    }

    private static int Weigh(LanguageWords words, string word, string written, bool isCapitalized) =>
        words.Words.Contains(word) ? Word
        : !isCapitalized && (words.Articles.Contains(word) || written.Any(words.Letters.Contains)) ? Hint
        : 0;
}
