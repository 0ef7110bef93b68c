using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Tests.Embedding.Onnx;

public sealed class BertOnnxBuilderTests
{
    private static readonly long[] Ids = [1, 17, 4, 39, 8, 8, 2];

    private readonly TinyBert bert = new();

    [Fact]
    public void The_single_precision_graph_computes_what_plain_loops_compute() =>
        Distance(Run(WeightPrecision.Float32, Ids, Ones(Ids.Length)), bert.Embed(Ids)).ShouldBeLessThan(2e-3f);

    [Fact]
    public void The_byte_graph_stays_close_to_the_single_precision_graph() =>
        TensorPrimitives.Dot<float>(Run(WeightPrecision.Int8, Ids, Ones(Ids.Length)), Run(WeightPrecision.Float32, Ids, Ones(Ids.Length)))
            .ShouldBeGreaterThan(0.99f);

    [Fact]
    public void Masked_tokens_change_nothing()
    {
        long[] padded = [.. Ids, 30, 31];
        long[] mask = [.. Ones(Ids.Length), 0, 0];

        Distance(Run(WeightPrecision.Float32, padded, mask), bert.Embed(Ids)).ShouldBeLessThan(2e-3f);
    }

    [Fact]
    public void The_vector_has_unit_length() =>
        TensorPrimitives.Norm<float>(Run(WeightPrecision.Int8, Ids, Ones(Ids.Length))).ShouldBe(1, 1e-5f);

    [Fact]
    public void The_vector_is_the_mean_of_the_tokens_vectors()
    {
        float[] tokens = Run(WeightPrecision.Float32, Ids, Ones(Ids.Length), "token_embeddings"), text = Run(WeightPrecision.Float32, Ids, Ones(Ids.Length));

        tokens.Length.ShouldBe(Ids.Length * text.Length);
        float[] mean = [.. Enumerable.Range(0, text.Length).Select(i => tokens.Where((_, at) => at % text.Length == i).Average())];
        Distance([.. mean.Select(value => value / TensorPrimitives.Norm<float>(mean))], text).ShouldBeLessThan(1e-5f);
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        var weights = bert.Weights.Where(weight => weight.Key != "encoder.layer.1.output.dense.bias").ToDictionary();

        Should.Throw<InvalidDataException>(() => BertOnnxBuilder.Write(weights, TinyBert.Heads, WeightPrecision.Int8, Stream.Null))
            .Message.ShouldBe("The weights have no tensor encoder.layer.1.output.dense.bias.");
    }

    private float[] Run(WeightPrecision precision, long[] ids, long[] mask, string output = "sentence_embedding")
    {
        using var model = new MemoryStream();
        BertOnnxBuilder.Write(bert.Weights, TinyBert.Heads, precision, model);

        using var session = new InferenceSession(model.ToArray());
        using var options = new RunOptions();
        using var idTensor = TensorOf(ids);
        using var maskTensor = TensorOf(mask);
        using var types = TensorOf(new long[ids.Length]);
        using var outputs = session.Run(
            options, ["input_ids", "attention_mask", "token_type_ids"], [idTensor, maskTensor, types], [output]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static OrtValue TensorOf(long[] values) => OrtValue.CreateTensorValueFromMemory(values, [1, values.Length]);

    private static long[] Ones(int count) => [.. Enumerable.Repeat(1L, count)];

    private static float Distance(float[] one, float[] other) => TensorPrimitives.Distance<float>(one, other);
}
