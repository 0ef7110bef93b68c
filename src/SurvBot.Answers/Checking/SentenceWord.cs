using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Checking;

/// <summary>A word of a sentence.</summary>
/// <param name="Plain">In lower case.</param>
/// <param name="Term">Its stem, the same for all forms of a verb; empty for a word that carries no topic.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsCapitalized">Whether it begins with a capital.</param>
internal readonly record struct SentenceWord(string Plain, string Term, int Start, int End, bool IsCapitalized)
{
    public bool IsNumber => char.IsDigit(Plain[0]);

    public static IReadOnlyList<SentenceWord> In(string sentence)
    {
        var found = new List<SentenceWord>();
        var words = new Tokenizer(sentence);
        while (words.MoveNext())
        {
            string plain = words.Word.ToString();
            bool isCapitalized = sentence.AsSpan(words.Start, words.End - words.Start).ContainsAnyInRange('A', 'Z');
            found.Add(new SentenceWord(plain, StopWords.Contains(plain) ? "" : Verbs.KeyOf(plain), words.Start, words.End, isCapitalized));
        }
        return found;
    }
}
