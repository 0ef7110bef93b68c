using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Claims;

/// <summary>Finds the amounts in a text: money, shares, counts with what they count, durations.</summary>
/// <remarks>Letter case and thousands separators do not matter, but for a bare number that could be a year: "2018" is none, "2,018" is an amount.</remarks>
public static partial class QuantityReader
{
    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>All amounts, in the order of the text. A number that tells nothing but itself has the kind <see cref="QuantityKind.Count"/> and no unit.</summary>
    public static IReadOnlyList<Quantity> Read(string text)
    {
        var found = new List<Quantity>();
        foreach (Match match in Amount().Matches(text))
        {
            if (found.Count > 0 && match.Index < found[^1].Span.End)
                continue;
            if (ReadOne(text, match) is not { } quantity)
                continue;
            if (found.Count > 0 && Joined(text, found[^1], quantity) is { } range)
                found[^1] = range;
            else
                found.Add(quantity);
        }
        return found;
    }

    private static Quantity? ReadOne(string text, Match match)
    {
        string currency = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value;
        string scale = match.Groups["scale"].Value;
        // "600m" may be metres; with a currency it is millions.
        if (match.Groups["letter"] is { Success: true } letter)
        {
            if (currency.Length == 0)
                return null;
            scale = letter.Value;
        }
        var approximation = match.Groups["vague"].Success ? Approximation.Vague : Hedge(match.Groups["hedge"].Value);
        double number = match.Groups["number"] is { Success: true } digits ? NumberWords.Read(digits.Value) * NumberWords.Scale(scale) : 0;
        var range = match.Groups["vague"] is { Success: true } vague ? VagueAmounts.Read(vague.Value) : NumberRange.Of(number, approximation);
        var span = new TextSpan(match.Index, match.Index + match.Length);
        if (currency.Length > 0)
            return new Quantity(QuantityKind.Money, Currencies.Code(currency), range, approximation, span) { Number = number };
        if (match.Groups["percent"].Success)
            return new Quantity(QuantityKind.Share, "%", range, approximation, span) { Number = number, Qualifiers = CountedNoun.After(text, span.End) is { } part ? [part.Term] : [] };
        return CouldBeAYear(match) ? null : Count(text, range, approximation, span) with { Number = number };
    }

    private static Quantity Count(string text, NumberRange range, Approximation approximation, TextSpan span)
    {
        var noun = CountedNoun.After(text, span.End);
        if (noun is null)
            return new Quantity(QuantityKind.Count, "", range, approximation, span);
        bool isTime = TimeUnits.Contains(noun.Term);
        return new Quantity(isTime ? QuantityKind.Duration : QuantityKind.Count, noun.Term, range, approximation, span with { End = noun.End }) { Qualifiers = noun.Qualifiers };
    }

    private static readonly HashSet<string> TimeUnits = [.. new[] { "seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades" }.Select(unit => Corpus.Text.Terms.In(unit)[0])];

    private static bool CouldBeAYear(Match match) =>
        match.Groups["hedge"].Length == 0 && match.Groups["scale"].Length == 0 && match.Groups["number"].Value is { Length: 4 } number
        && int.TryParse(number, out int year) && year is >= FirstYear and <= LastYear;

    /// <summary>"Between 5 and 15%", "$5 to $10 million"; null where the two are two. "From 5 to 15" tells of a change.</summary>
    private static Quantity? Joined(string text, Quantity one, Quantity other)
    {
        string joint = text[one.Span.End..other.Span.Start].Trim().ToLowerInvariant(), before = text[..one.Span.Start].TrimEnd().ToLowerInvariant();
        bool isRange = (joint == "and" && before.EndsWith("between", StringComparison.Ordinal)) || (joint is "to" or "-" or "–" && !before.EndsWith("from", StringComparison.Ordinal));
        if (!isRange || !(one.IsLike(other) || one is { Kind: QuantityKind.Count, Unit: "" }) || other.Approximation != Approximation.Exact)
            return null;
        // "5 to 15 million" are millions both.
        double scale = one.Unit.Length == 0 && one.Number < 1000 && other.Number >= 1e6 ? Math.Pow(1000, Math.Floor(Math.Log10(other.Number) / 3)) : 1;
        var least = new NumberRange(one.Range.Least * scale, one.Range.Most * scale);
        return other with { Range = NumberRange.Between(least, other.Range), Approximation = Approximation.Between, Span = new TextSpan(one.Span.Start, other.Span.End) };
    }

    private static Approximation Hedge(string words) => words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => Approximation.Exact,
        ["at", "least"] or ["no", "fewer" or "less", "than"] => Approximation.AtLeast,
        [.., "more" or "greater", "than"] and not ["no", ..] or [.., "over" or "exceeding" or "above"] or ["in", "excess", "of"] or ["upwards" or "north", "of"] => Approximation.MoreThan,
        ["up", "to"] or ["as", ..] or ["at", "most"] or ["no", "more", "than"] => Approximation.UpTo,
        ["nearly" or "almost"] or ["close", "to"] or [.., "under" or "below"] or ["less" or "fewer", "than"] => Approximation.LessThan,
        _ => Approximation.About,
    };

    private const string Hedges = @"about|around|approximately|roughly|some|an estimated|estimated|(slightly |well |far )?more than|greater than|((just|well|slightly) )?over|in excess of|exceeding|above|upwards of|north of|at least|no (fewer|less|more) than|nearly|almost|close to|(just )?under|below|less than|fewer than|up to|as (much|many|high|few|little) as|at most";

    private const string Number = @"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?";

    // Neither a part of a name ("Covid-19", "5G"), a time or a date, nor an ordinal.
    [GeneratedRegex($@"(\b(?<hedge>{Hedges})\s+)?((?<![\w$€£¥₹])(?<before>{Currencies.Before})\s?)?((?(before)|(?<![\w.,:/]|\w[-–]))(?<number>{Number})((?<letter>[mbk])(?!\w)|[\s-]?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|tn|dozen)\b)?(?![\w:/]|[-–]\d|[.,]\d)|\b(?<number>{NumberWords.Pattern}|an?|one|half an?)[\s-](?<scale>hundred|thousand|million|billion|trillion|dozen)\b|\b(?<number>{NumberWords.Pattern})\b(?!-)|\b(?<vague>{VagueAmounts.Pattern})\b)([\s-]?(?<percent>%|per\s?cent\b)|([\s-]|\sof\s)(?<after>{Currencies.After})\b)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
