namespace SurvBot.Answers.Checking;

/// <summary>A draft may leave out, join and move what the passages say; it may not say anew what they do not.</summary>
internal static class AddedCheck
{
    public static string? Find(Alignment alignment)
    {
        var added = alignment.Words.Where(word => IsAdded(word, alignment)).Select(word => word.Word.Plain).ToList();
        return added.Count > 0 ? string.Join(' ', added) : null;
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
