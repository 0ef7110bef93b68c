using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Conflicts;

/// <summary>A claim with the sentence that makes it.</summary>
public sealed record HeardClaim(Claim Claim, CandidateSentence Sentence)
{
    /// <summary>Copies of one text are one voice.</summary>
    public ArticleId Voice => Sentence.Article.IndependenceGroup;

    /// <summary>When the value holds: as the sentence dates it, else when it was published. A date holds always, so that its own publication is told.</summary>
    public PartialDate? AsOf => Claim.Moment is { IsStated: true } stated && Claim.Slot.Kind != SlotKind.Date ? stated.Date : Sentence.Article.PublishedAt;

    /// <summary>Who says so, and where it stands; null where nobody knows.</summary>
    public string? SaidBy => (Claim.SaidBy, Sentence.Article.Publisher) switch
    {
        ({ } who, { } publisher) => $"{who}, in {publisher}",
        ({ } who, null) => who,
        (null, var publisher) => publisher,
    };

    /// <summary>The claims of a sentence that may fill a slot of this kind.</summary>
    public static IEnumerable<HeardClaim> Of(CandidateSentence sentence, SlotKind kind, AliasBook aliases)
    {
        var claims = kind switch
        {
            SlotKind.Date => DateClaims.Of(sentence, aliases),
            SlotKind.Status => StatusClaims.Of(sentence, aliases),
            _ => ClaimReader.Read(sentence.Text, sentence.Before, sentence.Article.PublishedAt, aliases),
        };
        return claims.Select(claim => new HeardClaim(claim, sentence));
    }
}
