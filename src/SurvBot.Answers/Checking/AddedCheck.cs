namespace SurvBot.Answers.Checking;

/// <summary>A draft may leave out, join and move what the passages say; it may not say anew what they do not.</summary>
internal static class AddedCheck
{
    public static string? Find(Alignment alignment)
    {
        // What is hedged anyway may be hedged in another word.
        bool isHedged = alignment.Kept.Any(kept => kept.Sentence.Parts.Words.Any(Turning.IsHedge));
        bool IsLookedAtElsewhere(int i, SentenceWord word) => Turning.IsDenial(alignment.Backing.Draft.Words, i) || (isHedged && Turning.IsHedge(word));
        // One word out of another sentence tells what that sentence does not.
        var alone = alignment.Words.Where(word => word.Sentence is not null && word.Word.Term.Length > 0).GroupBy(word => word.Sentence).Where(group => group.Count() == 1).Select(group => group.First().Word)
            .Where(word => !word.IsCapitalized && !word.IsNumber && !Light.Contains(word.Plain)).Select(word => word.Start).ToHashSet();
        var added = alignment.Words.Index().Where(word => (IsAdded(word.Item, alignment) || alone.Contains(word.Item.Word.Start)) && !IsLookedAtElsewhere(word.Index, word.Item.Word)).Select(word => word.Item.Word.Plain).ToList();
        return added.Count > 0 ? $"added: {string.Join(' ', added)}" : null;
    }

    private static bool IsAdded(AlignedWord word, Alignment alignment)
    {
        var draft = alignment.Backing.Draft;
        return word.Sentence is null && word.Word.Term.Length > 0 && !Light.Contains(word.Word.Plain) && !word.Word.Plain.Any(char.IsAsciiDigit)
            && !draft.Amounts.Any(amount => amount.Span.Start <= word.Word.Start && word.Word.End <= amount.Span.End)
            && !draft.Dates.Any(date => date.Start <= word.Word.Start && word.Word.End <= date.End)
            // Names are looked up by another check.
            && !draft.Names.Any(name => name.Contains(draft.Text[word.Word.Start..word.Word.End], StringComparison.Ordinal));
    }

    // Words that tell nothing of the matter.
    private static readonly HashSet<string> Light = [.. "said says say told added stated wrote according separately meanwhile additionally".Split(' ')];
}
