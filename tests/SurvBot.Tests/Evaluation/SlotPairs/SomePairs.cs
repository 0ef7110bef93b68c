using System.Security.Cryptography;
using System.Text;
using SurvBot.Bot.Evaluation.SlotPairs;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Evaluation.SlotPairs;

/// <summary>Sentences of articles as a file of pairs names them.</summary>
internal static class SomePairs
{
    /// <summary>An article whose second sentence is <paramref name="sentence"/>.</summary>
    public static ArticleDraft Article(string name, string sentence, string published = "2021-05-20") => Newsroom.Draft(name, $"The {name} town is small. {sentence} That was all of it.", published);

    /// <summary>Where the article has its second sentence.</summary>
    public static SentencePlace Place(ArticleDraft article)
    {
        int start = article.Body.IndexOf(". ", StringComparison.Ordinal) + 2, end = article.Body.IndexOf(" That was all", StringComparison.Ordinal);
        return new SentencePlace(article.Url, start, end, Sha256(article.Body[start..end]));
    }

    public static SlotPair Pair(ArticleDraft one, ArticleDraft other, PairLabel label, string kind = "count") => new(kind, Place(one), Place(other), label);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
