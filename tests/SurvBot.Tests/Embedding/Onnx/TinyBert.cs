using System.Runtime.InteropServices;
using System.Text.Json;
using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Tests.Embedding.Onnx;

/// <summary>A two-layer BERT with random weights, and its forward pass in plain loops.</summary>
internal sealed class TinyBert
{
    public const int Heads = 12;
    public const int Hidden = 24;
    public const int Vocabulary = 40;

    private const int Layers = 2;
    private const int Widened = 48;
    private const int Positions = 32;

    private readonly Random random = new(7);
    private readonly Dictionary<string, Tensor> weights = [];

    public TinyBert()
    {
        Add("embeddings.word_embeddings.weight", Vocabulary, Hidden);
        Add("embeddings.position_embeddings.weight", Positions, Hidden);
        Add("embeddings.token_type_embeddings.weight", 2, Hidden);
        AddNorm("embeddings.LayerNorm");
        for (var layer = 0; layer < Layers; layer++)
            AddLayer($"encoder.layer.{layer}.");
    }

    public IReadOnlyDictionary<string, Tensor> Weights => weights;

    /// <summary>The weights as a single-precision safetensors file.</summary>
    public byte[] ToSafetensors()
    {
        var data = new MemoryStream();
        var header = new Dictionary<string, object>();
        foreach (var (name, tensor) in weights)
        {
            var start = data.Length;
            data.Write(MemoryMarshal.AsBytes<float>(tensor.Values));
            header[name] = new { dtype = "F32", shape = tensor.Shape, data_offsets = (long[])[start, data.Length] };
        }
        return SafetensorsFile.Of(JsonSerializer.Serialize(header), data.ToArray());
    }

    /// <summary>What the network says about some tokens, without ONNX.</summary>
    public float[] Embed(long[] ids)
    {
        var x = ids.Select((id, position) => Norm(
            Sum(Row("embeddings.word_embeddings", (int)id), Row("embeddings.position_embeddings", position), Row("embeddings.token_type_embeddings", 0)),
            "embeddings.LayerNorm")).ToArray();
        for (var layer = 0; layer < Layers; layer++)
            x = Encode(x, $"encoder.layer.{layer}.");

        var mean = Enumerable.Range(0, Hidden).Select(i => x.Average(row => row[i])).ToArray();
        var length = MathF.Sqrt(mean.Sum(value => value * value));
        return [.. mean.Select(value => value / length)];
    }

    private float[][] Encode(float[][] x, string layer)
    {
        var context = Attend(x, layer + "attention.self.");
        return [.. x.Select((row, position) =>
        {
            var attended = Norm(Sum(Dense(context[position], layer + "attention.output.dense"), row), layer + "attention.output.LayerNorm");
            var widened = Dense(attended, layer + "intermediate.dense").Select(Gelu).ToArray();
            return Norm(Sum(Dense(widened, layer + "output.dense"), attended), layer + "output.LayerNorm");
        })];
    }

    private float[][] Attend(float[][] x, string self)
    {
        const int size = Hidden / Heads;
        var queries = x.Select(row => Dense(row, self + "query")).ToArray();
        var keys = x.Select(row => Dense(row, self + "key")).ToArray();
        var values = x.Select(row => Dense(row, self + "value")).ToArray();
        return [.. queries.Select(query => Enumerable.Range(0, Hidden).Select(i =>
        {
            var head = Enumerable.Range(i / size * size, size).ToArray();
            var scores = keys.Select(key => MathF.Exp(head.Sum(h => query[h] * key[h]) / MathF.Sqrt(size))).ToArray();
            return scores.Zip(values, (score, value) => score * value[i]).Sum() / scores.Sum();
        }).ToArray())];
    }

    private float[] Dense(float[] x, string name)
    {
        var (weight, bias) = (weights[name + ".weight"], weights[name + ".bias"]);
        return [.. bias.Values.Select((b, output) => b + x.Select((value, input) => value * weight.Values[output * x.Length + input]).Sum())];
    }

    private float[] Norm(float[] x, string name)
    {
        var mean = x.Average();
        var deviation = MathF.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-12f);
        return [.. x.Select((value, i) => (value - mean) / deviation * weights[name + ".weight"].Values[i] + weights[name + ".bias"].Values[i])];
    }

    private float[] Row(string table, int index) => weights[table + ".weight"].Values[(index * Hidden)..((index + 1) * Hidden)];

    private static float[] Sum(params float[][] rows) => [.. rows[0].Select((_, i) => rows.Sum(row => row[i]))];

    private static float Gelu(float x) => (float)(0.5 * x * (1 + Erf(x / Math.Sqrt(2))));

    // Maclaurin series: exact enough for the few units these activations reach.
    private static double Erf(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; n < 60; n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private void AddLayer(string layer)
    {
        foreach (var part in (string[])["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"])
            AddDense(layer + part, Hidden, Hidden);
        AddNorm(layer + "attention.output.LayerNorm");
        AddDense(layer + "intermediate.dense", Widened, Hidden);
        AddDense(layer + "output.dense", Hidden, Widened);
        AddNorm(layer + "output.LayerNorm");
    }

    private void AddDense(string name, int outputs, int inputs)
    {
        Add(name + ".weight", outputs, inputs);
        Add(name + ".bias", outputs);
    }

    private void AddNorm(string name)
    {
        Add(name + ".weight", Hidden);
        Add(name + ".bias", Hidden);
    }

    private void Add(string name, params int[] shape)
    {
        var values = new float[shape.Aggregate(1, (product, dimension) => product * dimension)];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle() - 0.5f;
        weights[name] = new Tensor(shape, values);
    }
}
