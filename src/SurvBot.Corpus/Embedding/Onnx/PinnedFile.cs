using System.Security.Cryptography;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>A file's content and the SHA-256 it must have, in hexadecimal.</summary>
internal sealed record PinnedFile(string Name, byte[] Content, string Sha256)
{
    /// <exception cref="InvalidDataException">The content is another.</exception>
    public void Verify()
    {
        var actual = Convert.ToHexStringLower(SHA256.HashData(Content));
        if (!actual.Equals(Sha256, StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"{Name} has SHA-256 {actual} instead of {Sha256}, so it was not used.");
    }
}
