using System.Security.Cryptography;
using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Corpus.Embedding;

/// <summary>Finds the built-in embedding model: the configured file, then the build's, then the configured download.</summary>
public sealed class EmbeddingModelLocator
{
    private const string NothingFound =
        "The embedding model is missing, so search uses keywords only. Install Node.js and run dotnet build again, or set Embedding:ModelPath.";

    private readonly EmbeddingOptions options;
    private readonly EmbeddingWeightsDownload download;
    private readonly string programFolder;

    /// <param name="options">What the admin configured.</param>
    /// <param name="http">Used only when <see cref="EmbeddingOptions.WeightsUrl"/> is set and nothing else is there.</param>
    /// <param name="dataDirectory">A downloaded model is kept below it.</param>
    public EmbeddingModelLocator(EmbeddingOptions options, HttpClient http, string dataDirectory)
        : this(options, http, dataDirectory, AppContext.BaseDirectory)
    {
    }

    internal EmbeddingModelLocator(EmbeddingOptions options, HttpClient http, string dataDirectory, string programFolder)
    {
        this.options = options;
        this.programFolder = programFolder;
        download = new EmbeddingWeightsDownload(http, Path.Combine(dataDirectory, "models"));
    }

    /// <summary>Looks in each place; a download happens at most once for a data directory.</summary>
    public async Task<EmbeddingModelLocation> LocateAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(options.ModelPath))
            return Configured(options.ModelPath);
        if (InFolder(Path.Combine(programFolder, "models", "minilm")) is { } built)
            return built;
        if (options.WeightsUrl is null)
            return new EmbeddingModelLocation.Missing(NothingFound);
        if (string.IsNullOrWhiteSpace(options.WeightsSha256))
            return new EmbeddingModelLocation.Missing("Embedding:WeightsUrl is not used without Embedding:WeightsSha256; set it to the file's SHA-256.");
        return await download.LocateAsync(options.WeightsUrl, options.WeightsSha256.Trim(), cancellationToken);
    }

    /// <summary>The one ONNX file of a folder, when its vocabulary is there too.</summary>
    internal static EmbeddingModelLocation.Found? InFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        return Directory.GetFiles(folder, "*" + MiniLmModelBuild.ModelExtension) is [var model] ? BesideVocabulary(model) : null;
    }

    private static EmbeddingModelLocation Configured(string path)
    {
        var found = File.Exists(path) ? BesideVocabulary(path) : InFolder(path);
        return found is not null
            ? found
            : new EmbeddingModelLocation.Missing(
                $"Embedding:ModelPath is {path}, but there is no ONNX file with a {MiniLmModelBuild.VocabularyFile} beside it; correct or remove the setting.");
    }

    private static EmbeddingModelLocation.Found? BesideVocabulary(string model)
    {
        var full = Path.GetFullPath(model);
        var vocabulary = Path.Combine(Path.GetDirectoryName(full)!, MiniLmModelBuild.VocabularyFile);
        return File.Exists(vocabulary) ? new EmbeddingModelLocation.Found(full, vocabulary, ModelIdOf(full)) : null;
    }

    // Many files are called model.onnx; the content tells them apart, so that replacing one never mixes vectors.
    private static string ModelIdOf(string model)
    {
        var name = Path.GetFileNameWithoutExtension(model);
        if (name.StartsWith(MiniLmModelBuild.ModelId, StringComparison.Ordinal))
            return name;
        using var content = File.OpenRead(model);
        return $"{name}-{Convert.ToHexStringLower(SHA256.HashData(content))[..8]}";
    }
}
