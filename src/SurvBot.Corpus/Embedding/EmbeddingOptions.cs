namespace SurvBot.Corpus.Embedding;

/// <summary>Where the built-in embedding model comes from, by default the build made it; and whether passages are searched by meaning at all. Section "Embedding".</summary>
public sealed class EmbeddingOptions
{
    /// <summary>No model: search uses keywords only.</summary>
    public const string None = "none";

    /// <summary>"none" for keywords only, "builtin", or a provider outside this process, which the container holds then.</summary>
    public string? Provider { get; set; }

    /// <summary>An ONNX sentence encoder with its vocab.txt beside it, or a folder with just those; used instead of the build's.</summary>
    public string? ModelPath { get; set; }

    /// <summary>A safetensors file of all-MiniLM-L6-v2 with its tokenizer.json beside it, downloaded only when there is no other model.</summary>
    public Uri? WeightsUrl { get; set; }

    /// <summary>What the file at <see cref="WeightsUrl"/> must be, as SHA-256 in hexadecimal.</summary>
    public string? WeightsSha256 { get; set; }
}
