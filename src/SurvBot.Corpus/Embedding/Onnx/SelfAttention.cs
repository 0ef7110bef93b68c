namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Adds multi-head scaled dot-product attention to a graph.</summary>
internal sealed class SelfAttention(OnnxGraph graph, int hidden, int heads, string maskedScores)
{
    // 0 keeps the input's batch and sequence dimensions.
    private readonly string splitShape = graph.Integers(0, 0, heads, hidden / heads);
    private readonly string joinedShape = graph.Integers(0, 0, hidden);
    private readonly string scale = graph.Scalar(1f / MathF.Sqrt(hidden / heads));

    /// <param name="query">[batch, sequence, hidden], as key and value.</param>
    /// <param name="key">What the query is compared with.</param>
    /// <param name="value">What is mixed.</param>
    public string Add(string query, string key, string value)
    {
        var products = graph.Node("MatMul", [Split(query, 0, 2, 1, 3), Split(key, 0, 2, 3, 1)]);
        var scores = graph.Node("Add", [graph.Node("Mul", [products, scale]), maskedScores]);
        var shares = graph.Node("Softmax", [scores], OnnxAttribute.Integer("axis", -1));
        var mixed = graph.Node("MatMul", [shares, Split(value, 0, 2, 1, 3)]);
        return graph.Node("Reshape", [Transpose(mixed, 0, 2, 1, 3), joinedShape]);
    }

    private string Split(string x, params ReadOnlySpan<int> order) => Transpose(graph.Node("Reshape", [x, splitShape]), order);

    private string Transpose(string x, params ReadOnlySpan<int> order) => graph.Node("Transpose", [x], OnnxAttribute.Integers("perm", order));
}
