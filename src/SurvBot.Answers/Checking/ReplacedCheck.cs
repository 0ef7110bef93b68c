using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Answers.Checking;

/// <summary>What stands in the place of a name, a figure or a "not" of the backing is the same one.</summary>
internal static class ReplacedCheck
{
    public static Objection? Find(Alignment alignment, AliasBook aliases)
    {
        foreach (var (i, word) in alignment.Words.Index())
            if (FindAt(alignment, i, word, aliases) is { } kind)
                return new Objection(kind, $"{word.Word.Plain} instead of {string.Join(' ', alignment.InPlaceOf(i).Select(other => other.Plain))}");
        return null;
    }

    private static ObjectionKind? FindAt(Alignment alignment, int i, AlignedWord word, AliasBook aliases)
    {
        var draft = alignment.Backing.Draft;
        bool isDated = draft.Dates.Any(date => date.Start <= word.Word.Start && word.Word.End <= date.End);
        if (word.Word.IsNumber && !isDated && !IsFigureOf(word, alignment))
            return ObjectionKind.Amount;
        if (word.Sentence is not null)
            return null;
        if (isDated)
            return word.Word.IsNumber && alignment.InPlaceOf(i).Any(other => other.IsNumber && other.Plain.Length == word.Word.Plain.Length) ? ObjectionKind.Date : null;
        if (Turning.IsDenial(draft.Words, i))
            return alignment.InPlaceOf(i).Any(other => Turning.Denies(other.Plain)) || Turning.IsWithin(alignment, i) ? null : ObjectionKind.Polarity;
        return word.Word.IsCapitalized && word.Word.Term.Length > 0 && i > 0 && draft.Names.FirstOrDefault(name => name.Contains(draft.Text[word.Word.Start..word.Word.End], StringComparison.Ordinal)) is { } own
            && alignment.InPlaceOf(i).Any(other => other.IsCapitalized && other.Term.Length > 0 && !draft.Named.Knows(other.Plain, aliases)) && !IsOther(own, alignment, i, aliases) ? ObjectionKind.Name : null;
    }

    /// <summary>Whether the names in both places are of one.</summary>
    private static bool IsOther(string own, Alignment alignment, int i, AliasBook aliases) =>
        alignment.Backing.Sentences.SelectMany(sentence => sentence.Parts.Names).Where(name => alignment.InPlaceOf(i).Any(word => name.Contains(word.Plain, StringComparison.OrdinalIgnoreCase))).Any(name => aliases.AreOne(own, name));

    /// <summary>Whether the very figure stands in the sentences that the draft rests on, in digits or in words.</summary>
    private static bool IsFigureOf(AlignedWord word, Alignment alignment)
    {
        string figure = Digits(word.Word.Plain);
        var sentences = word.Sentence is { } laid ? [laid] : alignment.Backing.Sentences;
        return sentences.Any(sentence => sentence.Parts.Words.Any(other => other.Plain == word.Word.Plain || (other.IsNumber ? Digits(other.Plain) : NumberWords.Figure(other.Plain)) == figure));
    }

    private static string Digits(string word) => string.Concat(word.TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
}
