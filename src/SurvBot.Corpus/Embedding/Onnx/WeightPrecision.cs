namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>How a graph stores and multiplies its dense layers.</summary>
internal enum WeightPrecision
{
    /// <summary>Symmetric bytes with a scale per output channel; activations are quantised as they come.</summary>
    Int8,

    /// <summary>Single precision.</summary>
    Float32,
}
