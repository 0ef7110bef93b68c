using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Corpus.Articles;

/// <summary>Names one article for ever: 16 hexadecimal digits derived from its canonical URL.</summary>
public readonly record struct ArticleId(string Value)
{
    /// <summary>Hexadecimal digits of an id.</summary>
    public const int Length = 16;

    /// <summary>The id that a person or program names, by itself or by the article's address; null where the text is neither.</summary>
    public static ArticleId? Named(string idOrUrl) =>
        idOrUrl.Length == Length && idOrUrl.All(char.IsAsciiHexDigit) ? new ArticleId(idOrUrl.ToLowerInvariant())
        : CanonicalUrl.TryNormalize(idOrUrl, out string url) ? FromCanonicalUrl(url)
        : null;

    /// <summary>The id of the article at <paramref name="canonicalUrl"/> (see <see cref="CanonicalUrl"/>).</summary>
    public static ArticleId FromCanonicalUrl(string canonicalUrl) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalUrl)).AsSpan(0, Length / 2)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
