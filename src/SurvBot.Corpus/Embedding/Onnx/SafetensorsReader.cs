using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Reads the floating-point tensors of a safetensors file; see https://huggingface.co/docs/safetensors.</summary>
internal static class SafetensorsReader
{
    private const int LengthPrefix = sizeof(long);

    /// <exception cref="InvalidDataException">The bytes are not a safetensors file.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(ReadOnlyMemory<byte> file)
    {
        var header = Header(file);
        var data = file[(LengthPrefix + header.Length)..];
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.EnumerateObject()
                .Where(entry => entry.Name != "__metadata__" && IsFloat(entry.Value))
                .ToDictionary(entry => entry.Name, entry => TensorOf(entry, data.Span));
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("The safetensors header is malformed.", malformed);
        }
    }

    private static ReadOnlyMemory<byte> Header(ReadOnlyMemory<byte> file)
    {
        if (file.Length < LengthPrefix)
            throw new InvalidDataException("Too short for a safetensors file.");
        var length = BinaryPrimitives.ReadInt64LittleEndian(file.Span);
        if (length < 0 || length > file.Length - LengthPrefix)
            throw new InvalidDataException("The safetensors header is longer than the file.");
        return file.Slice(LengthPrefix, (int)length);
    }

    // Position ids are stored as integers; the graph makes its own.
    private static bool IsFloat(JsonElement entry) => entry.GetProperty("dtype").GetString() is "F16" or "F32";

    private static Tensor TensorOf(JsonProperty entry, ReadOnlySpan<byte> data)
    {
        var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32()).ToArray();
        var offsets = entry.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (start < 0 || end < start || end > data.Length)
            throw new InvalidDataException($"The data of tensor {entry.Name} lies outside the file.");

        var values = Floats(entry.Value.GetProperty("dtype").GetString(), data[(int)start..(int)end]);
        if (values.LongLength != shape.Aggregate(1L, (product, dimension) => product * dimension))
            throw new InvalidDataException($"The data of tensor {entry.Name} does not fill its shape.");
        return new Tensor(shape, values);
    }

    private static float[] Floats(string? type, ReadOnlySpan<byte> bytes)
    {
        if (type == "F32")
            return MemoryMarshal.Cast<byte, float>(bytes).ToArray();

        var halves = MemoryMarshal.Cast<byte, Half>(bytes);
        var floats = new float[halves.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = (float)halves[i];
        return floats;
    }
}
