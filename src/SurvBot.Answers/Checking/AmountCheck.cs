using SurvBot.Answers.Claims;

namespace SurvBot.Answers.Checking;

/// <summary>Every amount, and every figure that is none, stands in the backing with its unit.</summary>
internal static class AmountCheck
{
    // A larger count that stands there to the digit is the same one, whatever it is said to count.
    private const double TellingCount = 100;

    public static string? Find(Backing backing)
    {
        var there = Amounts(backing.Sentences);
        return backing.Draft.Amounts.FirstOrDefault(amount => !IsBacked(amount, there, backing) || IsReplaced(amount, backing)) is { } missing ? missing.Span.In(backing.Draft.Text) : LooseFigure(backing);
    }

    private static List<Quantity> Amounts(IEnumerable<SourceSentence> sentences) => [.. sentences.SelectMany(sentence => sentence.Parts.Amounts)];

    /// <summary>Whether what the draft says of it is said of another amount, which the draft leaves out.</summary>
    private static bool IsReplaced(Quantity amount, Backing backing)
    {
        var near = Amounts(backing.Near(amount.Span.Start, amount.Span.End));
        return !IsBacked(amount, near, backing) && near.Any(other => other.IsLike(amount) && !backing.Draft.Amounts.Any(own => own.CanHoldWith(other)));
    }

    private static bool IsBacked(Quantity amount, List<Quantity> there, Backing backing)
    {
        if (there.Any(other => other.CanHoldWith(amount) && IsHedgedAlike(amount, other)))
            return true;
        // "20 of them" counts what another word says; a number of the same things is another number.
        bool isCount = amount.Kind is QuantityKind.Count or QuantityKind.Duration;
        bool isTelling = isCount && amount.Number >= TellingCount && there.Any(other => other.Kind == amount.Kind && other.Number == amount.Number && IsHedgedAlike(amount, other));
        return isTelling || isCount && !there.Any(other => other.IsLike(amount) && other.Unit.Length > 0 && backing.Draft.Amounts.All(own => !own.CanHoldWith(other)))
            && there.Any(other => other.Kind is QuantityKind.Count or QuantityKind.Duration && other.Range.Meets(amount.Range) && IsHedgedAlike(amount, other));
    }

    // "More than 500" is no "up to 500".
    private static bool IsHedgedAlike(Quantity amount, Quantity source) => (Side(amount), Side(source)) is not (( > 0, < 0) or ( < 0, > 0)) && !(Side(amount) != 0 && Side(source) == 0 && amount.Number == source.Number && amount.Kind != QuantityKind.Duration);

    private static int Side(Quantity amount) => amount.Approximation switch
    {
        Approximation.MoreThan or Approximation.AtLeast => 1,
        Approximation.LessThan or Approximation.UpTo => -1,
        _ => 0,
    };

    /// <summary>A figure that reads as neither amount nor date: "5G", "section 702", "2018".</summary>
    private static string? LooseFigure(Backing backing)
    {
        var draft = backing.Draft;
        bool IsRead(SentenceWord word) => draft.Amounts.Any(amount => amount.Span.Start < word.End && word.Start < amount.Span.End) || draft.Dates.Any(date => date.Start < word.End && word.Start < date.End);
        return draft.Words.Where(word => word.Plain.Any(char.IsAsciiDigit) && !IsRead(word)).Select(word => word.Plain)
            .FirstOrDefault(figure => !backing.Sentences.Any(sentence => sentence.Parts.Words.Any(word => word.Plain == figure || NumberWords.Figure(word.Plain) == figure) || IsYearOf(figure, sentence)));
    }

    private static bool IsYearOf(string figure, SourceSentence sentence) =>
        sentence.Parts.Dates.Any(date => date.Date is { } when && when.Start.Year.ToString() == figure) || (sentence.Parts.Dates.Count == 0 && sentence.Passage.Article.PublishedAt?.Start.Year.ToString() == figure);
}
