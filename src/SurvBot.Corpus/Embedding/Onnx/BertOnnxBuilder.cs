namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Writes a BERT sentence encoder as an ONNX model: token ids in, each token's vector and their mean, as a unit vector, out.</summary>
/// <remarks>
/// Inputs <c>input_ids</c>, <c>attention_mask</c>, <c>token_type_ids</c>: int64 [batch, sequence]. Outputs <c>sentence_embedding</c>: float [batch, hidden], and <c>token_embeddings</c>: float [batch, sequence, hidden].
/// Lookup tables stay in half precision, as published.
/// </remarks>
internal sealed class BertOnnxBuilder
{
    private const float LayerNormEpsilon = 1e-12f;
    private const float MaskedScore = -10_000f;

    private readonly OnnxGraph graph = new("sentence-encoder");
    private readonly IReadOnlyDictionary<string, Tensor> weights;
    private readonly DenseLayers dense;
    private readonly int hidden;
    private readonly int heads;

    private BertOnnxBuilder(IReadOnlyDictionary<string, Tensor> weights, int heads, WeightPrecision precision)
    {
        this.weights = weights;
        this.heads = heads;
        dense = new DenseLayers(graph, precision);
        hidden = Weight("embeddings.word_embeddings.weight").Shape[1];
    }

    /// <exception cref="InvalidDataException">A BERT tensor is missing.</exception>
    public static void Write(IReadOnlyDictionary<string, Tensor> weights, int heads, WeightPrecision precision, Stream stream)
    {
        var builder = new BertOnnxBuilder(weights, heads, precision);
        builder.Build();
        builder.graph.WriteTo(stream);
    }

    private void Build()
    {
        foreach (var input in (string[])["input_ids", "attention_mask", "token_type_ids"])
            graph.Input(input, OnnxType.Int64, "batch", "sequence");
        graph.Output("sentence_embedding", OnnxType.Float, "batch", hidden);
        graph.Output("token_embeddings", OnnxType.Float, "batch", "sequence", hidden);

        var mask = ToFloat("attention_mask");
        var attention = new SelfAttention(graph, hidden, heads, MaskedScores(mask));
        var x = Embed();
        for (var layer = 0; weights.ContainsKey($"encoder.layer.{layer}.attention.self.query.weight"); layer++)
            x = Encode(x, $"encoder.layer.{layer}.", attention);
        graph.Node("Identity", [x], ["token_embeddings"]);
        Pool(x, mask);
    }

    private string Embed()
    {
        var words = Lookup("word_embeddings", "input_ids");
        var types = Lookup("token_type_embeddings", "token_type_ids");
        var positions = Lookup("position_embeddings", Positions());
        return Normalize(graph.Node("Add", [graph.Node("Add", [words, types]), positions]), "embeddings.LayerNorm");
    }

    private string Positions()
    {
        var one = graph.Scalar(1L);
        var length = graph.Node("Gather", [graph.Node("Shape", ["input_ids"]), one]);
        return graph.Node("Range", [graph.Scalar(0L), length, one]);
    }

    private string Encode(string x, string layer, SelfAttention attention)
    {
        var context = attention.Add(
            Dense(x, layer + "attention.self.query"), Dense(x, layer + "attention.self.key"), Dense(x, layer + "attention.self.value"));
        var attended = Normalize(
            graph.Node("Add", [Dense(context, layer + "attention.output.dense"), x]), layer + "attention.output.LayerNorm");

        var widened = graph.Node("Gelu", [Dense(attended, layer + "intermediate.dense")], OnnxAttribute.Text("approximate", "none"));
        return Normalize(graph.Node("Add", [Dense(widened, layer + "output.dense"), attended]), layer + "output.LayerNorm");
    }

    private void Pool(string x, string mask)
    {
        var sequenceAxis = graph.Integers(1);
        var kept = graph.Node("Mul", [x, graph.Node("Unsqueeze", [mask, graph.Integers(2)])]);
        var sum = graph.Node("ReduceSum", [kept, sequenceAxis], OnnxAttribute.Integer("keepdims", 0));
        var count = graph.Node("ReduceSum", [mask, sequenceAxis], OnnxAttribute.Integer("keepdims", 1));
        graph.Node(
            "LpNormalization", [graph.Node("Div", [sum, count])], ["sentence_embedding"],
            OnnxAttribute.Integer("axis", -1), OnnxAttribute.Integer("p", 2));
    }

    private string MaskedScores(string mask)
    {
        var perKey = graph.Node("Unsqueeze", [mask, graph.Integers(1, 2)]);
        return graph.Node("Mul", [graph.Node("Sub", [graph.Scalar(1f), perKey]), graph.Scalar(MaskedScore)]);
    }

    private string Lookup(string table, string indices)
    {
        var tensor = Weight($"embeddings.{table}.weight");
        var halves = graph.Halves(tensor.Shape, Array.ConvertAll(tensor.Values, value => (Half)value));
        return ToFloat(graph.Node("Gather", [halves, indices]));
    }

    private string Normalize(string x, string norm)
    {
        var (scale, shift) = (Weight(norm + ".weight"), Weight(norm + ".bias"));
        return graph.Node(
            "LayerNormalization", [x, graph.Floats(scale.Shape, scale.Values), graph.Floats(shift.Shape, shift.Values)],
            OnnxAttribute.Integer("axis", -1), OnnxAttribute.Float("epsilon", LayerNormEpsilon));
    }

    private string Dense(string x, string layer) => dense.Add(x, Weight(layer + ".weight"), Weight(layer + ".bias"));

    private string ToFloat(string value) => graph.Node("Cast", [value], OnnxAttribute.Integer("to", (int)OnnxType.Float));

    private Tensor Weight(string tensor) =>
        weights.GetValueOrDefault(tensor) ?? throw new InvalidDataException($"The weights have no tensor {tensor}.");
}
