using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Tests.Embedding.Onnx;

public sealed class SafetensorsReaderTests
{
    [Fact]
    public void Half_and_single_precision_tensors_are_read_and_integers_are_left_out()
    {
        var tensors = SafetensorsReader.Read(SafetensorsFile.Of(
            """
            {"__metadata__":{"format":"pt"},
             "ids":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},
             "half":{"dtype":"F16","shape":[1,2],"data_offsets":[8,12]},
             "single":{"dtype":"F32","shape":[2],"data_offsets":[12,20]}}
            """,
            [.. BitConverter.GetBytes(7L), .. Bytes((Half)1.5), .. Bytes((Half)(-2)), .. BitConverter.GetBytes(0.1f), .. BitConverter.GetBytes(-3f)]));

        tensors.Keys.ShouldBe(["half", "single"]);
        tensors["half"].Shape.ShouldBe([1, 2]);
        tensors["half"].Values.ShouldBe([1.5f, -2f]);
        tensors["single"].Values.ShouldBe([0.1f, -3f]);
    }

    [Fact]
    public void A_header_longer_than_the_file_is_refused() =>
        MessageFor([.. BitConverter.GetBytes(long.MaxValue), 1, 2, 3]).ShouldBe("The safetensors header is longer than the file.");

    [Fact]
    public void Data_outside_the_file_is_refused() =>
        MessageFor(SafetensorsFile.Of("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[4]))
            .ShouldBe("The data of tensor w lies outside the file.");

    [Fact]
    public void Data_that_does_not_fill_the_shape_is_refused() =>
        MessageFor(SafetensorsFile.Of("""{"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", new byte[8]))
            .ShouldBe("The data of tensor w does not fill its shape.");

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"w":{"dtype":"F32"}}""")]
    [InlineData("[1]")]
    public void A_malformed_header_is_refused(string header) =>
        MessageFor(SafetensorsFile.Of(header, [])).ShouldBe("The safetensors header is malformed.");

    private static string MessageFor(byte[] file) => Should.Throw<InvalidDataException>(() => SafetensorsReader.Read(file)).Message;

    private static byte[] Bytes(Half value) => BitConverter.GetBytes(value);
}
