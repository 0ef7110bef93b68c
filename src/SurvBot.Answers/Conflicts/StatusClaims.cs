using System.Text.RegularExpressions;
using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Conflicts;

/// <summary>Reads what a sentence says is so and what it says is not: a claim like any other, whose value is yes or no.</summary>
internal static partial class StatusClaims
{
    private static readonly NumberRange Yes = new(1, 1), No = new(0, 0);

    /// <summary>One claim for each thing that is done or denied; none where the sentence only asks, doubts or supposes.</summary>
    public static IReadOnlyList<Claim> Of(CandidateSentence sentence, AliasBook aliases)
    {
        if (Open().IsMatch(sentence.Text))
            return [];
        var claims = new List<Claim>();
        var places = PlaceNames.In(sentence.Text);
        foreach (Match match in Statement().Matches(sentence.Text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            claims.Add(new Claim
            {
                Subjects = SubjectReader.Of(Clause.Around(sentence.Text, span), sentence.Before, aliases),
                Slot = new Slot(SlotKind.Status, Verbs.KeyOf(match.Groups["what"].Value)),
                Value = new Quantity(QuantityKind.Status, "", match.Groups["no"].Success ? No : Yes, Approximation.Exact, span),
                Wording = match.Value,
                Moment = MomentReader.Of(Clause.Around(sentence.Text, span), span, sentence.Article.PublishedAt),
                SaidBy = Attribution.In(sentence.Text),
                IsPlanned = match.Groups["plan"].Success,
                Places = places,
                Matter = Matter.Of(Clause.StretchAround(sentence.Text, span).Text),
            });
        }
        return ClaimReader.MarkSeveral(claims);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Between = @"(\s(currently|also|ever|yet|already|still|directly|actively|previously|knowingly|been|be|being))*";

    // "Did not sell", "has never been used", "denied selling", "is no longer profitable", "sold", "was banned", "will use".
    [GeneratedRegex($@"\b(
          ((?<plan>will|would)|do(es)?|did|ha(s|ve|d)|is|are|was|were|can|could|must|may|should)\s?(?<no>n['’]t|not|never|no\slonger){Between}\s(?<what>\p{{Ll}}{{2,}})
        | (?<plan>wo)(?<no>n['’]t){Between}\s(?<what>\p{{Ll}}{{2,}})
        | (?<no>denie[sd]|denying|deny|stopped|ceased|quit|avoided|without)\s(?<what>\p{{Ll}}{{2,}}ing)
        | (?<no>never|no\slonger|refused\sto|declined\sto|failed\sto)\s(?<what>\p{{Ll}}{{2,}})
        | ((?<plan>will|would)|do(es)?|did|ha(s|ve|d)|is|are|was|were|can|could|must|may){Between}\s(?!not\b|never\b|no\b|the\b|a\b|an\b|been\b|to\b)(?<what>\p{{Ll}}{{2,}})
        | (?<what>\p{{Ll}}{{2,}}ed)
        | (?<what>sold|sells|bought|buys|built|builds|used|uses|bans|made|makes|held|holds|kept|keeps|gave|gives|took|takes|won|wins|lost|loses|paid|pays|ran|runs|sent|sends|owns|tests|tracks|shares|stores|collects|works|supplies)
        )\b", Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();

    // What is asked, doubted or supposed is not said.
    [GeneratedRegex(@"\?|\b(whether|if|unless|alleged(ly)?|accused|reportedly|rumou?r(s|ed)?|might)\b", Options)]
    private static partial Regex Open();
}
