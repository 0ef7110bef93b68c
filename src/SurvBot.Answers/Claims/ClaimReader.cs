using System.Text.RegularExpressions;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims;

/// <summary>From a sentence to what it claims, by rules alone.</summary>
public static partial class ClaimReader
{
    // How many sentences back "it" and "the company" are looked for.
    private const int MostBefore = 2;

    /// <summary>The claims of a sentence of an article.</summary>
    public static IReadOnlyList<Claim> Read(Article article, TextSpan sentence) => Read(sentence.In(article.Body), Before(article, sentence), article.PublishedAt);

    /// <summary>The same for a sentence by itself; without aliases a description means nobody.</summary>
    public static IReadOnlyList<Claim> Read(string sentence, string before, PartialDate? published) => Read(sentence, before, published, AliasBook.Empty);

    /// <summary>One claim for each amount that states a fact.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">What "it" and "the company" may mean: the title and what stands before the sentence.</param>
    /// <param name="published">When its article was published.</param>
    /// <param name="aliases">Whom a description means.</param>
    public static IReadOnlyList<Claim> Read(string sentence, string before, PartialDate? published, AliasBook aliases)
    {
        var claims = new List<Claim>();
        var places = PlaceNames.In(sentence);
        var quantities = QuantityReader.Read(sentence);
        foreach (var quantity in quantities)
        {
            var clause = Clause.Around(sentence, quantity.Span);
            if (SlotReader.Of(clause, quantity, quantities) is not { } slot)
                continue;
            bool isPlanned = Planned().IsMatch(Clause.StretchAround(sentence, quantity.Span).Text);
            claims.Add(new Claim
            {
                Subjects = SubjectReader.Of(clause, before, aliases),
                Slot = slot,
                Value = quantity,
                Wording = quantity.Span.In(sentence),
                Moment = MomentReader.Of(clause, quantity.Span, published),
                SaidBy = Attribution.In(sentence),
                Round = slot.Kind is SlotKind.Raised or SlotKind.Valuation ? FundingRound.In(Clause.StretchAround(sentence, quantity.Span).Text) : "",
                IsPlanned = isPlanned,
                IsEach = Each().IsMatch(Clause.StretchAround(sentence, quantity.Span).Text),
                IsTally = !slot.IsNamed && (isPlanned || quantity.Approximation == Approximation.AtLeast || Tally().IsMatch(clause.Text)),
                Places = places,
                Matter = Matter.Of(clause.Text),
            });
        }
        return MarkSeveral(claims);
    }

    /// <summary>The claims of one sentence, those of which it gives several values marked.</summary>
    public static IReadOnlyList<Claim> MarkSeveral(IReadOnlyList<Claim> claims) => [.. claims.Select(claim => claims.Any(other => IsAnotherValue(claim, other)) ? claim with { IsOneOfSeveral = true } : claim)];

    private static bool IsAnotherValue(Claim claim, Claim other) =>
        other.Slot == claim.Slot && other.Round == claim.Round && other.Value.IsLike(claim.Value) && !other.Value.CanHoldWith(claim.Value)
        && !(other.Moment is { } its && claim.Moment is { } own && its.IsApartFrom(own)) && other.Subjects.Intersect(claim.Subjects, StringComparer.OrdinalIgnoreCase).Any();

    private static string Before(Article article, TextSpan sentence) =>
        $"{article.Title}. {string.Join(' ', SentenceSplitter.Split(article.Body[..sentence.Start]).TakeLast(MostBefore).Select(span => span.In(article.Body)))}";

    [GeneratedRegex(@"\b(each|apiece|every|per(?! cent)|a (day|week|month|year|piece|head))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Each();

    // "So far", "have died", "remained", "as of Saturday", "a poll", "new cases", "down from".
    [GeneratedRegex(@"\b(so far|to date|as of|still|remain(s|ed|ing)?|latest|current(ly)?|since|(has|have|had|having)( \w+ly| already| been)? \w+(ed|en|wn|ne)\b|polls?|polling|surveys?|average[ds]?|lead(s|ing)?|trail(s|ing)?|ahead|behind|total(s|ed|ing)?|tolls?|new|daily|weekly|hospitalized|(up|down|rose|risen|fell|fallen|increased?|decreased?)|chances?|located|centered|winds?|jackpot|shares?|stocks?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tally();

    [GeneratedRegex(@"\b(in talks|target(s|ed|ing)?|seek(s|ing)?|sought|plan(s|ned|ning)?|aim(s|ed|ing)?|hop(es|ed|ing)|intend(s|ed)?|looking to|wants? to|hopes? to|expect(s|ed)?|set to|will|proposed?|proposes|filed for|considering|could|would|might|if|needs?|needed|goal)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Planned();
}
