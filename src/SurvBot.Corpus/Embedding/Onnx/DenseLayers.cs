namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Adds the dense layers (x·Wᵀ + b) to a graph, in the wanted precision.</summary>
internal sealed class DenseLayers(OnnxGraph graph, WeightPrecision precision)
{
    // Query, key and value read the same activations, so those are quantised once.
    private readonly Dictionary<string, QuantizedActivations> quantized = [];

    /// <param name="x">Name of the activations.</param>
    /// <param name="weight">[outputs, inputs], as PyTorch stores it.</param>
    /// <param name="bias">[outputs].</param>
    public string Add(string x, Tensor weight, Tensor bias)
    {
        var product = precision == WeightPrecision.Int8 ? MultiplyBytes(x, weight) : MultiplyFloats(x, weight);
        return graph.Node("Add", [product, graph.Floats(bias.Shape, bias.Values)]);
    }

    private string MultiplyFloats(string x, Tensor weight) =>
        graph.Node("MatMul", [x, graph.Floats([weight.Shape[1], weight.Shape[0]], Transpose(weight.Values, weight.Shape[0]))]);

    private string MultiplyBytes(string x, Tensor weight)
    {
        var (outputs, inputs) = (weight.Shape[0], weight.Shape[1]);
        var (bytes, scales) = QuantizeRows(weight.Values, outputs);
        var activations = Quantize(x);
        var product = graph.Node(
            "MatMulInteger",
            [
                activations.Bytes, graph.Bytes([inputs, outputs], Transpose(bytes, outputs)),
                activations.ZeroPoint, graph.Bytes([outputs], new sbyte[outputs]),
            ]);
        var scale = graph.Node("Mul", [activations.Scale, graph.Floats([outputs], scales)]);
        return graph.Node("Mul", [graph.Node("Cast", [product], OnnxAttribute.Integer("to", (int)OnnxType.Float)), scale]);
    }

    private QuantizedActivations Quantize(string x)
    {
        if (quantized.TryGetValue(x, out var known))
            return known;
        var activations = new QuantizedActivations(graph.NewName(), graph.NewName(), graph.NewName());
        graph.Node("DynamicQuantizeLinear", [x], [activations.Bytes, activations.Scale, activations.ZeroPoint]);
        return quantized[x] = activations;
    }

    private static (sbyte[] Bytes, float[] Scales) QuantizeRows(float[] values, int rows)
    {
        var columns = values.Length / rows;
        var bytes = new sbyte[values.Length];
        var scales = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var from = values.AsSpan(row * columns, columns);
            scales[row] = ScaleOf(from);
            for (var column = 0; column < columns; column++)
                bytes[row * columns + column] = (sbyte)MathF.Round(from[column] / scales[row]);
        }
        return (bytes, scales);
    }

    private static float ScaleOf(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var value in row)
            largest = MathF.Max(largest, MathF.Abs(value));
        return largest == 0 ? 1 : largest / sbyte.MaxValue;
    }

    private static T[] Transpose<T>(T[] values, int rows)
    {
        var columns = values.Length / rows;
        var transposed = new T[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[column * rows + row] = values[row * columns + column];
        }
        return transposed;
    }

    private sealed record QuantizedActivations(string Bytes, string Scale, string ZeroPoint);
}
