using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Writes one protobuf message, field by field; see https://protobuf.dev/programming-guides/encoding.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintType = 0;
    private const int LengthDelimitedType = 2;
    private const int Fixed32Type = 5;

    private readonly ArrayBufferWriter<byte> message = new();

    public void Integer(int field, long value)
    {
        Tag(field, VarintType);
        Varint((ulong)value);
    }

    public void Float(int field, float value)
    {
        Tag(field, Fixed32Type);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        message.Write(bytes);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, LengthDelimitedType);
        Varint((ulong)value.Length);
        message.Write(value);
    }

    public void Message(int field, ProtobufWriter value) => Bytes(field, value.message.WrittenSpan);

    public void WriteTo(Stream stream) => stream.Write(message.WrittenSpan);

    private void Tag(int field, int wireType) => Varint((ulong)((field << 3) | wireType));

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            message.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }
        message.Write([(byte)value]);
    }
}
