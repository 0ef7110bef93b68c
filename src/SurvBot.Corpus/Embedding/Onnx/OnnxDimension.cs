namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>One dimension of an input or output: a fixed size, or a name when each run decides.</summary>
internal readonly record struct OnnxDimension(string? Name, int Size)
{
    public static implicit operator OnnxDimension(string name) => new(name, 0);

    public static implicit operator OnnxDimension(int size) => new(null, size);

    public ProtobufWriter Message()
    {
        var message = new ProtobufWriter();
        if (Name is null)
            message.Integer(1, Size);
        else
            message.Text(2, Name);
        return message;
    }
}
