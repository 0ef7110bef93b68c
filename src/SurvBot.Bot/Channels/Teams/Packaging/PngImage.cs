using System.Buffers.Binary;
using System.IO.Compression;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>A PNG file's size and, where it is simple enough, its pixels.</summary>
/// <remarks>https://www.w3.org/TR/png-3/. Enough to judge an icon: no palette, no interlacing, eight bits a channel.</remarks>
internal sealed class PngImage
{
    private const int LargestSide = 4096, HeaderBytes = 13;
    private const byte Grey = 0, Colour = 2, Alpha = 4;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly List<byte> compressed = [];
    private byte bits, colours, interlace;
    private bool isWhole;

    private PngImage()
    {
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Whether a pixel can be transparent: a channel of its own says how much.</summary>
    public bool HasAlpha => colours is Grey + Alpha or Colour + Alpha;

    private int Channels => colours switch { Grey => 1, Colour => 3, Grey + Alpha => 2, Colour + Alpha => 4, _ => 0 };

    /// <summary>Reads a file's frame; null when it is no whole PNG.</summary>
    public static PngImage? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return null;
        var image = new PngImage();
        for (var rest = file[Signature.Length..]; rest.Length >= 12 && !image.isWhole;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return null;
            image.Take(rest[4..8], rest.Slice(8, (int)length));
            rest = rest[(12 + (int)length)..];
        }
        return image is { isWhole: true, Width: > 0 and <= LargestSide, Height: > 0 and <= LargestSide } ? image : null;
    }

    /// <summary>All pixels, row by row, a channel a byte; null when the file is of a kind that is not read here, or damaged.</summary>
    public byte[]? Pixels()
    {
        if (Channels == 0 || bits != 8 || interlace != 0)
            return null;
        int stride = Width * Channels;
        byte[] lines = new byte[Height * (stride + 1)];
        try
        {
            using var inflater = new ZLibStream(new MemoryStream([.. compressed]), CompressionMode.Decompress);
            if (inflater.ReadAtLeast(lines, lines.Length, throwOnEndOfStream: false) < lines.Length)
                return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        byte[] pixels = new byte[Height * stride];
        for (int y = 0; y < Height; y++)
            if (!Unfilter(lines.AsSpan(y * (stride + 1), stride + 1), y == 0 ? new byte[stride] : pixels.AsSpan((y - 1) * stride, stride), pixels.AsSpan(y * stride, stride)))
                return null;
        return pixels;
    }

    /// <summary>Whether every pixel that can be seen is white.</summary>
    /// <param name="pixels">As <see cref="Pixels"/> gave them.</param>
    public bool IsWhiteOnNothing(byte[] pixels) =>
        HasAlpha && pixels.Chunk(Channels).All(pixel => pixel[^1] == 0 || pixel[..^1].All(channel => channel == byte.MaxValue)) && pixels.Chunk(Channels).Any(pixel => pixel[^1] > 0) && pixels.Chunk(Channels).Any(pixel => pixel[^1] == 0);

    private void Take(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        if (kind.SequenceEqual("IHDR"u8) && data.Length == HeaderBytes)
        {
            Width = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(data));
            Height = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
            (bits, colours, interlace) = (data[8], data[9], data[12]);
        }
        else if (kind.SequenceEqual("IDAT"u8))
            compressed.AddRange(data);
        else if (kind.SequenceEqual("IEND"u8))
            isWhole = Width > 0 && compressed.Count > 0;
    }

    private bool Unfilter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, Span<byte> row)
    {
        var filtered = line[1..];
        for (int x = 0; x < row.Length; x++)
        {
            int left = x < Channels ? 0 : row[x - Channels], up = above[x], corner = x < Channels ? 0 : above[x - Channels];
            int? predicted = line[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => null };
            if (predicted is not { } guess)
                return false;
            row[x] = (byte)(filtered[x] + guess);
        }
        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
