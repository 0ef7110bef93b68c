using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Tests.Embedding.Onnx;

/// <summary>The expected bytes are the examples of protobuf's encoding guide.</summary>
public sealed class ProtobufWriterTests
{
    [Fact]
    public void An_integer_is_a_varint() => Written(writer => writer.Integer(1, 150)).ShouldBe("089601");

    [Fact]
    public void A_negative_integer_takes_ten_bytes() => Written(writer => writer.Integer(1, -2)).ShouldBe("08feffffffffffffffff01");

    [Fact]
    public void A_text_has_its_length_in_front() => Written(writer => writer.Text(2, "testing")).ShouldBe("120774657374696e67");

    [Fact]
    public void A_float_is_four_little_endian_bytes() => Written(writer => writer.Float(3, 1.5f)).ShouldBe("1d0000c03f");

    [Fact]
    public void A_message_nests_as_bytes() => Written(writer =>
    {
        var inner = new ProtobufWriter();
        inner.Integer(1, 150);
        writer.Message(3, inner);
    }).ShouldBe("1a03089601");

    [Fact]
    public void A_field_above_fifteen_takes_two_tag_bytes() => Written(writer => writer.Integer(20, 7)).ShouldBe("a00107");

    private static string Written(Action<ProtobufWriter> write)
    {
        var writer = new ProtobufWriter();
        write(writer);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return Convert.ToHexStringLower(stream.ToArray());
    }
}
