using System.Runtime.InteropServices;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>An ONNX model under construction: nodes, constants, inputs and outputs; field numbers are onnx.proto's.</summary>
internal sealed class OnnxGraph(string name)
{
    private const int IrVersion = 9;
    private const int OperatorSet = 20;

    private readonly ProtobufWriter graph = new();
    private int values;

    /// <summary>Adds a node with one output and returns the output's name.</summary>
    public string Node(string operation, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes)
    {
        var output = NewName();
        Node(operation, inputs, [output], attributes);
        return output;
    }

    public void Node(
        string operation, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, params IReadOnlyList<OnnxAttribute> attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        foreach (var output in outputs)
            node.Text(2, output);
        node.Text(3, $"{operation}_{outputs[0]}");
        node.Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute.Message);
        graph.Message(1, node);
    }

    /// <summary>A name no other value of the graph has.</summary>
    public string NewName() => $"v{values++}";

    public string Scalar(float value) => Constant<float>(OnnxType.Float, [], [value]);

    public string Scalar(long value) => Constant<long>(OnnxType.Int64, [], [value]);

    public string Integers(params ReadOnlySpan<long> value) => Constant(OnnxType.Int64, [value.Length], value);

    public string Floats(IReadOnlyList<int> shape, ReadOnlySpan<float> value) => Constant(OnnxType.Float, shape, value);

    public string Halves(IReadOnlyList<int> shape, ReadOnlySpan<Half> value) => Constant(OnnxType.Float16, shape, value);

    public string Bytes(IReadOnlyList<int> shape, ReadOnlySpan<sbyte> value) => Constant(OnnxType.Int8, shape, value);

    public void Input(string input, OnnxType type, params ReadOnlySpan<OnnxDimension> shape) => graph.Message(11, ValueInfo(input, type, shape));

    public void Output(string output, OnnxType type, params ReadOnlySpan<OnnxDimension> shape) => graph.Message(12, ValueInfo(output, type, shape));

    /// <summary>Ends the graph and writes the model file.</summary>
    public void WriteTo(Stream stream)
    {
        graph.Text(2, name);
        var operators = new ProtobufWriter();
        operators.Text(1, "");
        operators.Integer(2, OperatorSet);

        var model = new ProtobufWriter();
        model.Integer(1, IrVersion);
        model.Text(2, "SurvBot");
        model.Message(7, graph);
        model.Message(8, operators);
        model.WriteTo(stream);
    }

    private string Constant<T>(OnnxType type, IReadOnlyList<int> shape, ReadOnlySpan<T> value) where T : unmanaged
    {
        var constant = NewName();
        var tensor = new ProtobufWriter();
        foreach (var dimension in shape)
            tensor.Integer(1, dimension);
        tensor.Integer(2, (int)type);
        tensor.Text(8, constant);
        tensor.Bytes(9, MemoryMarshal.AsBytes(value));
        graph.Message(5, tensor);
        return constant;
    }

    private static ProtobufWriter ValueInfo(string valueName, OnnxType type, ReadOnlySpan<OnnxDimension> dimensions)
    {
        var shape = new ProtobufWriter();
        foreach (var dimension in dimensions)
            shape.Message(1, dimension.Message());

        var tensorType = new ProtobufWriter();
        tensorType.Integer(1, (int)type);
        tensorType.Message(2, shape);
        var valueType = new ProtobufWriter();
        valueType.Message(1, tensorType);

        var info = new ProtobufWriter();
        info.Text(1, valueName);
        info.Message(2, valueType);
        return info;
    }
}
