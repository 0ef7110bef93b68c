using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims;

/// <summary>From a sentence to what it claims, by rules alone.</summary>
public static partial class ClaimReader
{
    /// <summary>One claim for each amount that states a fact.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">What "it" and "the company" may mean: the title and what stands before the sentence.</param>
    /// <param name="published">When its article was published.</param>
    public static IReadOnlyList<Claim> Read(string sentence, string before, PartialDate? published)
    {
        var claims = new List<Claim>();
        foreach (var quantity in QuantityReader.Read(sentence))
        {
            var clause = Clause.Around(sentence, quantity.Span);
            if (SlotReader.Of(clause, quantity) is not { } slot)
                continue;
            claims.Add(new Claim
            {
                Subjects = SubjectReader.Of(clause, before),
                Slot = slot,
                Value = quantity,
                Wording = quantity.Span.In(sentence),
                Moment = MomentReader.Of(clause, quantity.Span, published),
                SaidBy = Attribution.In(sentence),
                Round = slot.Kind is SlotKind.Raised or SlotKind.Valuation ? FundingRound.In(Clause.StretchAround(sentence, quantity.Span).Text) : "",
                IsPlanned = Planned().IsMatch(Clause.StretchAround(sentence, quantity.Span).Text),
                Matter = Terms.In(clause.Text).Where(term => !char.IsDigit(term[0])).ToHashSet(StringComparer.Ordinal),
            });
        }
        return claims;
    }

    [GeneratedRegex(@"\b(in talks|target(s|ed|ing)?|seek(s|ing)?|sought|plan(s|ned|ning)?|aim(s|ed|ing)?|hop(es|ed|ing)|intend(s|ed)?|looking to|wants? to|hopes? to|expect(s|ed)?|set to|will|proposed?|proposes|filed for|considering|could|goal)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Planned();
}
