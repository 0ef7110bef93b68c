using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Corpus.Articles;

/// <summary>Names one article for ever: 16 hexadecimal digits derived from its canonical URL.</summary>
public readonly record struct ArticleId(string Value)
{
    /// <summary>The id of the article at <paramref name="canonicalUrl"/> (see <see cref="CanonicalUrl"/>).</summary>
    public static ArticleId FromCanonicalUrl(string canonicalUrl) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalUrl)).AsSpan(0, 8)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
