namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Named weights of a network: row-major values and their dimensions.</summary>
internal sealed record Tensor(IReadOnlyList<int> Shape, float[] Values);
