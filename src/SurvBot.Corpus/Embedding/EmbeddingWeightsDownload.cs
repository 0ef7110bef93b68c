using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Corpus.Embedding;

/// <summary>Makes the model out of weights the admin points at, once, and finds it again afterwards.</summary>
internal sealed class EmbeddingWeightsDownload(
    HttpClient http, string modelsFolder, string tokenizerSha256 = MiniLmModelBuild.TokenizerSha256)
{
    private const long LargestDownload = 512L << 20;

    public async Task<EmbeddingModelLocation> LocateAsync(Uri url, string sha256, CancellationToken cancellationToken)
    {
        var modelId = ModelIdOf(sha256);
        var folder = Path.Combine(modelsFolder, modelId);
        if (EmbeddingModelLocator.InFolder(folder) is { } earlier)
            return earlier;

        try
        {
            var weights = await GetAsync(url, sha256, cancellationToken);
            var tokenizer = await GetAsync(new Uri(url, "tokenizer.json"), tokenizerSha256, cancellationToken);
            MiniLmModelBuild.Run(weights, tokenizer, folder, modelId);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested && IsExpected(failed))
        {
            // A signed URL's query is a secret.
            return new EmbeddingModelLocation.Missing(
                $"The embedding weights at {url.GetLeftPart(UriPartial.Path)} cannot be used: {failed.Message} Check Embedding:WeightsUrl and Embedding:WeightsSha256.");
        }
        return EmbeddingModelLocator.InFolder(folder)!;
    }

    private async Task<PinnedFile> GetAsync(Uri url, string sha256, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDownload, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new PinnedFile(Path.GetFileName(url.AbsolutePath), content, sha256);
    }

    // Other weights make other vectors, even when they were published under the same name.
    private static string ModelIdOf(string sha256) =>
        sha256.Equals(MiniLmModelBuild.PackageWeightsSha256, StringComparison.OrdinalIgnoreCase)
            ? MiniLmModelBuild.ModelId
            : $"{MiniLmModelBuild.ModelId}-{sha256[..Math.Min(8, sha256.Length)].ToLowerInvariant()}";

    private static bool IsExpected(Exception failed) =>
        failed is HttpRequestException or InvalidDataException or IOException or UnauthorizedAccessException or OperationCanceledException;
}
