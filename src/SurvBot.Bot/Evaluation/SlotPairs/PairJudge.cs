using SurvBot.Answers.Claims;
using SurvBot.Answers.Conflicts;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Evaluation.SlotPairs;

/// <summary>Lets the rules judge pairs whose sentences stand in a corpus.</summary>
public sealed class PairJudge(ICorpusStore store)
{
    /// <summary>The pairs that are in the corpus, in their order.</summary>
    public async Task<IReadOnlyList<JudgedPair>> JudgeAsync(IReadOnlyList<SlotPair> pairs, CancellationToken cancellationToken)
    {
        var ids = pairs.SelectMany(pair => (SentencePlace[])[pair.One, pair.Other]).Select(place => IdOf(place.Url)).Distinct().ToList();
        var articles = (await store.GetArticlesAsync(ids, cancellationToken)).ToDictionary(article => article.Id);
        return [.. pairs.Select(pair => Judge(pair, articles)).OfType<JudgedPair>()];
    }

    private static JudgedPair? Judge(SlotPair pair, Dictionary<ArticleId, Article> articles) =>
        Read(pair.Kind, pair.One, articles) is { } one && Read(pair.Kind, pair.Other, articles) is { } other
            ? new JudgedPair(pair, ClaimComparison.Compare(one.Claims, other.Claims), one, other) : null;

    private static JudgedSentence? Read(string kind, SentencePlace place, Dictionary<ArticleId, Article> articles) =>
        articles.TryGetValue(IdOf(place.Url), out var article) && place.IsIn(article)
            ? new JudgedSentence(article.Body[place.Start..place.End], [.. ClaimReader.Read(article, new TextSpan(place.Start, place.End)).Where(claim => IsMeant(kind, claim.Value.Kind))]) : null;

    private static ArticleId IdOf(string url) => ArticleId.FromCanonicalUrl(CanonicalUrl.TryNormalize(url, out string canonical) ? canonical : url);

    private static bool IsMeant(string kind, QuantityKind read) => kind switch
    {
        "money" => read == QuantityKind.Money,
        "share" => read == QuantityKind.Share,
        _ => read is QuantityKind.Count or QuantityKind.Duration,
    };
}

/// <summary>A pair with what the rules say of it.</summary>
public sealed record JudgedPair(SlotPair Pair, ClaimRelation Verdict, JudgedSentence One, JudgedSentence Other);

/// <summary>A sentence with the claims of the kind that is meant.</summary>
public sealed record JudgedSentence(string Text, IReadOnlyList<Claim> Claims);
