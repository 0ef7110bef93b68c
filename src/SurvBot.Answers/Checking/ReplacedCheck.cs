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
                return new Objection(kind, $"{word.Word.Plain} instead of {string.Join(' ', alignment.InPlaceOf(i).Select(other => other.Word.Plain))}");
        return null;
    }

    private static ObjectionKind? FindAt(Alignment alignment, int i, AlignedWord word, AliasBook aliases)
    {
        var draft = alignment.Backing.Draft;
        bool isDated = draft.Dates.Any(date => date.Start <= word.Word.Start && word.Word.End <= date.End);
        if (word.Word.IsNumber && !isDated && !IsFigureOf(word, alignment))
            return ObjectionKind.Amount;
        if (IsOtherName(alignment, i, aliases))
            return ObjectionKind.Name;
        if (word.Sentence is not null)
            return null;
        if (isDated)
            return word.Word.IsNumber && alignment.InPlaceOf(i).Any(other => other.Word.IsNumber && other.Word.Plain.Length == word.Word.Plain.Length) ? ObjectionKind.Date : null;
        return Turning.IsDenial(draft.Words, i) && !alignment.InPlaceOf(i).Any(other => Turning.Denies(other.Word.Plain)) && !Turning.IsWithin(alignment, i) ? ObjectionKind.Polarity : null;
    }

    /// <summary>Whether the draft has a name where the backing has another, which the draft has not taken from there.</summary>
    private static bool IsOtherName(Alignment alignment, int i, AliasBook aliases)
    {
        var draft = alignment.Backing.Draft;
        var word = alignment.Words[i];
        if (!word.Word.IsCapitalized || word.Word.Term.Length == 0 || draft.Names.FirstOrDefault(name => name.Contains(draft.Text[word.Word.Start..word.Word.End], StringComparison.Ordinal)) is not { } own)
            return false;
        var place = alignment.InPlaceOf(i).ToList();
        bool isAtHome = word.Sentence is not null && place.Any(other => other.Sentence == word.Sentence && other.At == word.At);
        return !isAtHome && place.Any(other => IsLeftOut(other, alignment) && !other.Sentence!.Parts.Names.Where(name => name.Contains(other.Word.Plain, StringComparison.OrdinalIgnoreCase)).Any(name => aliases.AreOne(own, name)));
    }

    private static bool IsLeftOut(AlignedWord place, Alignment alignment) =>
        place.Word.IsCapitalized && place.Word.Term.Length > 0 && !alignment.Words.Any(word => word.Sentence == place.Sentence && word.At == place.At)
        && place.Sentence!.Parts.Names.Any(name => name.Contains(place.Word.Plain, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the very figure stands in the sentences that the draft rests on, in digits or in words.</summary>
    private static bool IsFigureOf(AlignedWord word, Alignment alignment)
    {
        string figure = Digits(word.Word.Plain);
        var sentences = word.Sentence is { } laid ? [laid] : alignment.Backing.Sentences;
        return sentences.Any(sentence => sentence.Parts.Words.Any(other => other.Plain == word.Word.Plain || (other.IsNumber ? Digits(other.Plain) : NumberWords.Figure(other.Plain)) == figure));
    }

    private static string Digits(string word) => string.Concat(word.TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
}
