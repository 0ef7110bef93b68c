using System.Buffers.Binary;
using System.IO.Compression;

namespace SurvBot.Tests.Channels.Teams.Packaging;

public sealed class IconRulesTests : IDisposable
{
    private const byte Grey = 0, Rgb = 2, GreyAlpha = 4, Rgba = 6;

    private readonly PackageFixture package = new();

    public void Dispose() => package.Dispose();

    [Theory]
    [InlineData(191, 192)]
    [InlineData(192, 193)]
    [InlineData(32, 32)]
    public void The_color_icon_has_one_size(int width, int height)
    {
        package.Write("color.png", Png(width, height, Rgb, _ => 0x12));
        package.Faults().ShouldBe([$"icons.color: color.png is {width}×{height} pixels: draw it 192×192."]);
    }

    [Fact]
    public void What_is_no_png_is_refused()
    {
        package.Write("color.png", "GIF89a or whatever"u8.ToArray());
        package.Write("outline.png", File.ReadAllBytes(Path.Combine(package.Folder, "outline.png"))[..^20]);
        package.Faults().ShouldBe(["icons.color: color.png is no whole PNG file: save it as one, 192×192 pixels.", "icons.outline: outline.png is no whole PNG file: save it as one, 32×32 pixels."]);
    }

    [Fact]
    public void An_outline_without_transparency_is_refused()
    {
        package.Write("outline.png", Png(32, 32, Rgb, _ => 0xFF));
        package.Faults().ShouldBe(["icons.outline: outline.png has no transparency: save it with an alpha channel (RGBA), white on nothing."]);
    }

    [Theory]
    [InlineData(Rgba, 0)]
    [InlineData(Rgba, 1)]
    [InlineData(Rgba, 2)]
    [InlineData(Rgba, 3)]
    [InlineData(Rgba, 4)]
    [InlineData(GreyAlpha, 4)]
    public void White_on_nothing_is_taken_however_its_lines_are_stored(byte colours, byte filter)
    {
        package.Write("outline.png", Png(32, 32, colours, at => at.Alpha ? Half(at) : (byte)0xFF, filter));
        package.Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_visible_pixel_of_another_colour_is_seen_however_its_lines_are_stored(byte filter)
    {
        package.Write("outline.png", Png(32, 32, Rgba, at => at.Alpha ? Half(at) : at is { X: 20, Y: 9 } ? (byte)0xF0 : (byte)0xFF, filter));
        package.Faults().ShouldBe(["icons.outline: outline.png is not white on transparent alone: draw every visible pixel in #FFFFFF and leave the ground transparent."]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void An_outline_of_nothing_and_one_without_a_ground_are_refused(byte alpha)
    {
        package.Write("outline.png", Png(32, 32, Rgba, at => at.Alpha ? alpha : (byte)0xFF));
        package.Faults().ShouldHaveSingleItem().ShouldContain("is not white on transparent alone");
    }

    [Fact]
    public void Colour_that_nobody_sees_does_not_count()
    {
        package.Write("outline.png", Png(32, 32, Rgba, at => at.Alpha ? Half(at) : at.X < 16 ? (byte)0x00 : (byte)0xFF));
        package.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_small_colour_icon_needs_transparency()
    {
        package.Edit("manifest.json", manifest => manifest["icons"]!["color32x32"] = "small.png");
        package.Write("small.png", Png(32, 32, Grey, _ => 0x12));
        package.Faults().ShouldHaveSingleItem().ShouldStartWith("icons.color32x32: small.png has no transparency: ");
        package.Write("small.png", Png(32, 32, Rgba, _ => 0x12));
        package.Faults().ShouldBeEmpty();
    }

    private static byte Half((int X, int Y, bool Alpha) at) => at.X < 16 ? (byte)0 : (byte)(at.Y * 8);

    /// <summary>A file as a drawing program writes it, each line with the same filter.</summary>
    private static byte[] Png(int width, int height, byte colours, Func<(int X, int Y, bool Alpha), byte> channel, byte filter = 0)
    {
        int channels = colours switch { Grey => 1, Rgb => 3, GreyAlpha => 2, _ => 4 };
        byte At(int x, int y, int c) => x < 0 || y < 0 ? (byte)0 : channel((x, y, channels is 2 or 4 && c == channels - 1));
        using var lines = new MemoryStream();
        using (var zlib = new ZLibStream(lines, CompressionLevel.Fastest, leaveOpen: true))
            for (int y = 0; y < height; y++)
            {
                zlib.WriteByte(filter);
                for (int x = 0; x < width; x++)
                    for (int c = 0; c < channels; c++)
                        zlib.WriteByte((byte)(At(x, y, c) - Predicted(filter, At(x - 1, y, c), At(x, y - 1, c), At(x - 1, y - 1, c))));
            }
        byte[] header = [.. BigEndian(width), .. BigEndian(height), 8, colours, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, lines.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static int Predicted(byte filter, int left, int up, int corner)
    {
        int guess = left + up - corner;
        return filter switch
        {
            0 => 0,
            1 => left,
            2 => up,
            3 => (left + up) / 2,
            _ => new[] { left, up, corner }.MinBy(value => Math.Abs(guess - value)),
        };
    }

    // The check sum is not looked at: a file that Teams cannot show is not what these rules are for.
    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] data) => [.. BigEndian(data.Length), .. kind, .. data, 0, 0, 0, 0];

    private static byte[] BigEndian(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
