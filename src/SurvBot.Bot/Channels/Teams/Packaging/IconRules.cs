using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>What Teams wants of an icon, which no schema says.</summary>
internal static class IconRules
{
    private const string ColorField = "icons.color", OutlineField = "icons.outline", SmallField = "icons.color32x32";

    /// <summary>Checks the file that <paramref name="field"/> names.</summary>
    public static IEnumerable<ManifestFault> Check(string field, string name, byte[] file)
    {
        int side = field == ColorField ? 192 : 32;
        if (PngImage.Read(file) is not { } image)
            return [new(field, $"{name} is no whole PNG file: save it as one, {side}×{side} pixels.")];
        if ((image.Width, image.Height) != (side, side))
            return [new(field, $"{name} is {image.Width}×{image.Height} pixels: draw it {side}×{side}.")];
        return field switch
        {
            OutlineField => CheckOutline(name, image),
            SmallField when !image.HasAlpha => [new(field, $"{name} has no transparency: save it with an alpha channel, on a transparent ground.")],
            _ => [],
        };
    }

    private static IEnumerable<ManifestFault> CheckOutline(string name, PngImage image)
    {
        if (!image.HasAlpha)
            return [new(OutlineField, $"{name} has no transparency: save it with an alpha channel (RGBA), white on nothing.")];
        if (image.Pixels() is not { } pixels)
            return [new(OutlineField, $"{name} cannot be read: save it as a PNG with 8 bits a channel, without interlacing.")];
        return image.IsWhiteOnNothing(pixels) ? [] : [new(OutlineField, $"{name} is not white on transparent alone: draw every visible pixel in #FFFFFF and leave the ground transparent.")];
    }
}
