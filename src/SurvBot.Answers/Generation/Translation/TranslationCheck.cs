using SurvBot.Answers.Checking;
using SurvBot.Answers.Understanding.Languages;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Generation.Translation;

/// <summary>Compares a translation with the English sentence that was checked, by all that the two must have in common.</summary>
/// <remarks>
/// A wrong verb or adjective is beyond it, which is why the answer says that it is a translation. What it does not understand it stops:
/// "Supreme Court" is a name that a translation does not have.
/// </remarks>
internal sealed class TranslationCheck(TranslationRules rules, string canary)
{
    private const int MostGrowth = 2, Slack = 40;

    /// <summary>Why the translation may not be told; null where it may.</summary>
    public string? Objection(DraftSentence checkedSentence, string translation)
    {
        string original = checkedSentence.Text;
        List<Word> there = WordsOf(original), here = WordsOf(translation);
        return translation.Length > original.Length * MostGrowth + Slack ? "it is too long"
            : OutputGate.Find(translation, checkedSentence.Quotations.Select(quotation => quotation.Text), canary) is not null ? "it has what may not leave"
            : !Figures(there).SequenceEqual(Figures(here)) || !Signs(original).SequenceEqual(Signs(translation)) ? "its figures are others"
            : rules.Objection(there.ConvertAll(word => word.Plain), here.ConvertAll(word => word.Plain))
            ?? Names(there, here, new TranslatedNames(translation), new TranslatedNames(original));
    }

    /// <summary>Every name of the one is in the other, and those that are written alike are in the same order: who does what to whom.</summary>
    private string? Names(List<Word> there, List<Word> here, TranslatedNames translated, TranslatedNames english)
    {
        var known = there.Select(word => word.Plain).ToHashSet();
        var told = here.Select(word => word.Plain).ToHashSet();
        var names = there.Where((word, i) => word.IsNamed && !(i == 0 && IsOrdinary(word))).Select(word => word.Plain).ToList();
        if (names.Find(name => !told.Contains(name) && !translated.Holds(name) && !rules.HasWord(name)) is { } lost)
            return $"it lost {lost}";
        if (here.Where((word, i) => rules.CapitalizesNouns ? word.HasInnerCapital : word.IsNamed && !(i == 0 && rules.IsCommon(word.Plain))).FirstOrDefault(word => !known.Contains(word.Plain) && !english.HasForm(word.Plain) && !rules.HasForm(word.Plain)) is { } added)
            return $"it added {added.Written}";
        var alike = names.Where(told.Contains).Distinct().ToList();
        return alike.SequenceEqual(here.Select(word => word.Plain).Where(alike.Contains).Distinct()) ? null : "its names are in another order";
    }

    // The first word has a capital anyway.
    private static bool IsOrdinary(Word word) => !word.HasInnerCapital && (StopWords.Contains(word.Plain) || Mention.Subjects(word.Plain).Count > 0);

    private static IEnumerable<string> Figures(List<Word> words) => words.Select(word => word.Plain).Where(plain => plain.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    private static IEnumerable<char> Signs(string text) => text.Where(c => c is '$' or '€' or '£' or '¥' or '%').Order();

    private static List<Word> WordsOf(string text)
    {
        var found = new List<Word>();
        var walk = new Tokenizer(text);
        while (walk.MoveNext())
            found.Add(new Word(walk.Word.ToString(), text[walk.Start..walk.End]));
        return found;
    }

    private sealed record Word(string Plain, string Written)
    {
        public bool HasInnerCapital => Written.Skip(1).Any(char.IsUpper);

        public bool IsNamed => Written.Length > 1 && Written.Any(char.IsUpper);
    }
}
