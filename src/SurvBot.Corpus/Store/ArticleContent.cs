using System.Security.Cryptography;
using System.Text;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Store;

/// <summary>Tells whether two texts of one article differ.</summary>
public static class ArticleContent
{
    /// <summary>SHA-256 over all that a publisher can change; when and how the text was retrieved does not count.</summary>
    public static byte[] Hash(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? part in (string?[])[article.Title, article.Publisher, article.Author, article.PublishedAt?.ToString(), article.UpdatedAt?.ToString(), article.Language, article.SourceKind.ToString(), article.Body])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? "\0"));
            hash.AppendData([0xFF]);
        }
        return hash.GetHashAndReset();
    }
}
