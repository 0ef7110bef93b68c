using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims;

/// <summary>Tells from the words around an amount which fact it states.</summary>
internal static partial class SlotReader
{
    // What stands behind an amount says less of it than what stands before: "raised $6m at a valuation of …".
    private const double BehindCounts = 1.5;

    private static readonly (SlotKind Kind, Func<Regex> Cue)[] Money =
        [(SlotKind.Valuation, Valuation), (SlotKind.Raised, Raised), (SlotKind.Penalty, Penalty), (SlotKind.Revenue, Revenue), (SlotKind.Price, Price)];

    // "A valuation of more than": how far behind its cue an amount begins, in characters.
    private const int CueToAmount = 24;

    /// <summary>The slot of the amount in its clause; null where nothing tells.</summary>
    /// <param name="clause">Where the amount stands.</param>
    /// <param name="quantity">The amount.</param>
    /// <param name="all">All amounts of the sentence: a cue that leads to one of them says nothing of the others.</param>
    public static Slot? Of(Clause clause, Quantity quantity, IReadOnlyList<Quantity> all) => quantity.Kind switch
    {
        QuantityKind.Money => OfMoney(clause, quantity, all),
        QuantityKind.Duration => new Slot(SlotKind.Duration, quantity.Unit),
        QuantityKind.Share when quantity.Qualifiers is [var part, ..] => new Slot(SlotKind.Share, part),
        QuantityKind.Count when quantity.Unit.Length > 0 && !IsPart(clause, quantity) && !IsDistance(clause, quantity) => new Slot(SlotKind.Count, quantity.Unit),
        _ => null,
    };

    /// <summary>The slot of money that a question or clause speaks of, by its first cue; null where there is none.</summary>
    public static SlotKind? MoneyIn(string text)
    {
        foreach (var (kind, cue) in Money)
            if (cue().IsMatch(text))
                return kind;
        return null;
    }

    private static Slot OfMoney(Clause clause, Quantity quantity, IReadOnlyList<Quantity> all)
    {
        var near = Money.SelectMany(kind => kind.Cue().Matches(clause.Text).Where(match => !LeadsElsewhere(clause, match, quantity, all)).Select(match => (kind.Kind, Distance: Distance(clause, match, quantity)))).ToList();
        return near.Count == 0 ? new Slot(SlotKind.Amount) : new Slot(near.MinBy(cue => cue.Distance).Kind);
    }

    // "Put $600 million into it at a valuation above $3 billion": the valuation is the second amount's alone.
    private static bool LeadsElsewhere(Clause clause, Match cue, Quantity quantity, IReadOnlyList<Quantity> all)
    {
        int end = clause.Span.Start + cue.Index + cue.Length;
        return end > quantity.Span.End && all.Any(other => other.Kind == QuantityKind.Money && other.Span != quantity.Span && other.Span.Start >= end && other.Span.Start - end <= CueToAmount);
    }

    private static double Distance(Clause clause, Match cue, Quantity quantity)
    {
        int start = clause.Span.Start + cue.Index, end = start + cue.Length;
        return end <= quantity.Span.Start ? quantity.Span.Start - end : (start - quantity.Span.End) * BehindCounts;
    }

    // "20 of the 42 agencies": the 20 are no count of agencies.
    private static bool IsPart(Clause clause, Quantity quantity) => Part().IsMatch(quantity.Span.In(clause.Sentence));

    // "690 miles southwest of Bermuda" counts nothing.
    private static bool IsDistance(Clause clause, Quantity quantity) => Lengths.Contains(quantity.Unit) && Direction().IsMatch(clause.Sentence, quantity.Span.End);

    private static readonly HashSet<string> Lengths = [.. new[] { "miles", "kilometers", "kilometres", "meters", "metres", "yards", "feet", "inches" }.Select(unit => Corpus.Text.Terms.In(unit)[0])];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // "A round worth $6m" and "millions worth of equipment" value nothing.
    [GeneratedRegex(@"\b(valuations?|valu(ed|es|ing)|market (cap\w*|value)|value|(?<!\b(round|funding|contract|deal|stake|investment|settlement|fine|order|purchase|grant)s?\b[^.;,]{0,20}\s)worth(?!\s+of))\b", Options)]
    private static partial Regex Valuation();

    [GeneratedRegex(@"\b(rais(e|ed|es|ing)|fund-?rais\w+|funding|financing|rounds?|invest(s|ed|ing|ment|ments)?|inject(s|ed)|IPO|initial public offering)\b", Options)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\b(fine[ds]?|fining|penalt(y|ies)|settle(s|d|ment|ments)?|damages|compensation)\b", Options)]
    private static partial Regex Penalty();

    [GeneratedRegex(@"\b((?<!internal )revenues?|sales|turnover|profits?|earn(s|ed|ings)?|income|loss(es)?|budget)\b", Options)]
    private static partial Regex Revenue();

    [GeneratedRegex(@"\b(pa(y|ys|id|ying)|price[ds]?|cost(s|ing)?|fees?|charge[ds]?|spen(d|ds|t|ding)|bought|buy(s|ing)?|purchase[ds]?|sold|sells?|contracts?|deal|bid)\b", Options)]
    private static partial Regex Price();

    [GeneratedRegex(@"\sof\s+(the|its|their|these|those|them)\s", Options)]
    private static partial Regex Part();

    [GeneratedRegex(@"\G[\s-]+((to the )?(north|south|east|west)|away\b|from\b|(an|per) hour|inland|offshore|off\b)", Options)]
    private static partial Regex Direction();
}
