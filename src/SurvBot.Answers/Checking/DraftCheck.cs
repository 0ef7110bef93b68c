using System.Globalization;
using Microsoft.Extensions.AI;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Checking;

/// <summary>Decides whether a sentence that a model drafted is backed by the passages it cites.</summary>
/// <param name="embedder">Compares words by meaning; null, or a model that cannot, compares them by their stems alone.</param>
/// <param name="aliases">Knows who is one under two names.</param>
public sealed class DraftCheck(IEmbeddingGenerator<string, Embedding<float>>? embedder, AliasBook aliases)
{
    // Less of its words in the backing, and it tells something else.
    private const double LeastCoverage = 0.54;

    // Below this a word counts as not found, in the details of a measurement.
    private const double LeastShare = 0.7;

    // No sentence is so long; everything in it is compared with everything.
    private const int MostCharacters = 2_000;

    private ITokenEmbedder? Tokens => embedder?.GetService<ITokenEmbedder>();

    /// <summary>The sentence with what backs it, or what is wrong with it.</summary>
    /// <param name="drafted">As the model wrote it.</param>
    /// <param name="passages">All passages that the model was given.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<CheckedSentence> CheckAsync(DraftedSentence drafted, IReadOnlyList<NumberedPassage> passages, CancellationToken cancellationToken)
    {
        var cited = passages.Where(passage => drafted.Citations.Contains(passage.N)).ToList();
        if (cited.Count == 0)
            return new CheckedSentence(drafted, new Objection(ObjectionKind.Citation, "no passage is cited"), [], 0);
        if (drafted.Text.Length > MostCharacters)
            return new CheckedSentence(drafted, new Objection(ObjectionKind.Wording, "too long for one sentence"), [], 0);
        var draft = SentenceParts.Of(drafted.Text, cited[0].Article.PublishedAt);
        var meanings = Tokens is { } tokens ? await WordMeanings.ReadAsync(tokens, draft, cited, cancellationToken) : WordMeanings.None;
        var backing = Backing.Find(draft, cited, meanings);
        return new CheckedSentence(drafted, ObjectionTo(backing), [.. backing.Sentences.Select(sentence => new Quotation(sentence.Passage.Article, sentence.Span))], backing.Coverage)
        {
            Unfound = [.. backing.Found.Where(found => found.Share < LeastShare).Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Word.Plain}:{found.Share:0.00}"))],
        };
    }

    private Objection? ObjectionTo(Backing backing)
    {
        // The words of the article themselves need no other backing.
        if (backing.IsQuote)
            return null;
        return (backing.Coverage < LeastCoverage ? new Objection(ObjectionKind.Wording, "too few of its words stand in the passages it cites") : null)
            ?? Because(ObjectionKind.Amount, AmountCheck.Find(backing))
            ?? Because(ObjectionKind.Date, DateCheck.Find(backing))
            ?? Because(ObjectionKind.Name, NameCheck.Find(backing, aliases))
            ?? Because(ObjectionKind.Party, PartyCheck.Find(backing, aliases))
            ?? Because(ObjectionKind.Polarity, PolarityCheck.Find(backing))
            ?? Because(ObjectionKind.Hedge, HedgeCheck.Find(backing))
            ?? Because(ObjectionKind.Quantifier, QuantifierCheck.Find(backing))
            ?? Because(ObjectionKind.Cause, CauseCheck.Find(backing))
            ?? ObjectionTo(Alignment.Of(backing));
    }

    private Objection? ObjectionTo(Alignment alignment) =>
        ReplacedCheck.Find(alignment, aliases)
        ?? DroppedCheck.Find(alignment)
        ?? Because(ObjectionKind.Party, OrderCheck.Find(alignment))
        ?? Because(ObjectionKind.Wording, AddedCheck.Find(alignment));

    private static Objection? Because(ObjectionKind kind, string? what) => what is null ? null : new Objection(kind, what);
}
