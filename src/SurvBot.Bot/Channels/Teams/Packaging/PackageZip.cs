using System.IO.Compression;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Writes zip files whose bytes depend on their contents alone.</summary>
internal static class PackageZip
{
    // The earliest a zip can name. Nothing is compressed: releases of zlib differ in what they make of the same bytes, and a package is small.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Always;
                // Else the rights that this user's files have.
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(content);
            }
        return zip.ToArray();
    }
}
