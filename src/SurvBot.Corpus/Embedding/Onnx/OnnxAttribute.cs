namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>A named constant of a graph node (onnx.proto's AttributeProto).</summary>
internal sealed class OnnxAttribute
{
    private const int NameField = 1, FloatField = 2, IntegerField = 3, TextField = 4, IntegersField = 8, TypeField = 20;
    private const int FloatType = 1, IntegerType = 2, TextType = 3, IntegersType = 7;

    private OnnxAttribute(string name, int type)
    {
        Message.Text(NameField, name);
        Message.Integer(TypeField, type);
    }

    public ProtobufWriter Message { get; } = new();

    public static OnnxAttribute Float(string name, float value)
    {
        var attribute = new OnnxAttribute(name, FloatType);
        attribute.Message.Float(FloatField, value);
        return attribute;
    }

    public static OnnxAttribute Integer(string name, int value)
    {
        var attribute = new OnnxAttribute(name, IntegerType);
        attribute.Message.Integer(IntegerField, value);
        return attribute;
    }

    public static OnnxAttribute Text(string name, string value)
    {
        var attribute = new OnnxAttribute(name, TextType);
        attribute.Message.Text(TextField, value);
        return attribute;
    }

    public static OnnxAttribute Integers(string name, params ReadOnlySpan<int> values)
    {
        var attribute = new OnnxAttribute(name, IntegersType);
        foreach (var value in values)
            attribute.Message.Integer(IntegersField, value);
        return attribute;
    }
}
