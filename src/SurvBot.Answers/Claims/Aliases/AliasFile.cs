using System.Text;

namespace SurvBot.Answers.Claims.Aliases;

/// <summary>The file of aliases in the data folder, which people and <see cref="AliasGatherer"/> write together.</summary>
public sealed class AliasFile(string path)
{
    /// <summary>Its name in the data folder.</summary>
    public const string Name = "aliases.tsv";

    /// <summary>Where it lies.</summary>
    public string FilePath => path;

    /// <summary>What it says; nothing where it is not there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public AliasText Read() => File.Exists(path) ? AliasText.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(path))) : AliasText.Empty;

    /// <summary>Writes what was gathered below the marker and leaves every byte above it as it is. The file is the old or the new one, never half of it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write it.</exception>
    public void WriteGathered(IReadOnlyList<AliasGroup> groups)
    {
        byte[] bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var written = bytes.AsSpan(0, MarkerIn(bytes) ?? bytes.Length);
        string separator = written.Length == 0 || written[^1] == '\n' ? "" : "\n";
        string gathered = string.Concat(groups.Select(group => $"{string.Join('\t', group.Names)}\n"));
        string next = $"{path}.new";
        File.WriteAllBytes(next, [.. written, .. Encoding.UTF8.GetBytes($"{separator}{AliasText.Marker}\n{gathered}")]);
        File.Move(next, path, overwrite: true);
    }

    // In bytes, so that a person's line that is no UTF-8 survives, too.
    private static int? MarkerIn(byte[] bytes)
    {
        byte[] marker = Encoding.UTF8.GetBytes(AliasText.Marker);
        for (int start = 0; start < bytes.Length; start = Array.IndexOf(bytes, (byte)'\n', start) is var end and >= 0 ? end + 1 : bytes.Length)
            if (bytes.AsSpan(start).StartsWith(marker) && (start + marker.Length == bytes.Length || bytes[start + marker.Length] is (byte)'\n' or (byte)'\r'))
                return start;
        return null;
    }
}
