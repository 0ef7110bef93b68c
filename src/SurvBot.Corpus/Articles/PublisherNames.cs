using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Articles;

/// <summary>The publishers this project knows by name: one proper name for all their sites and spellings. They are listed in publishers.tsv.</summary>
public static partial class PublisherNames
{
    private static readonly IReadOnlyList<Entry> Entries = ReadEntries();
    private static readonly FrozenDictionary<string, Entry> BySpelling = Index(e => e.Spellings.Append(e.Name).Select(Key));
    private static readonly FrozenDictionary<string, Entry> BySite = Index(e => e.Sites);

    /// <summary>Every proper name, in the list's order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Entries.Select(e => e.Name)];

    /// <summary>
    /// The proper name for a publisher as its source spells it, or, where nothing is spelt, for the site of <paramref name="url"/>:
    /// its known name, else its bare host. A spelling nobody knows stays as it is.
    /// </summary>
    public static ResolvedPublisher Resolve(string? publisher, string url)
    {
        string? host = CanonicalUrl.Site(url);
        var site = host is null ? null : OfSite(host);
        string spelt = Spaces().Replace(publisher ?? "", " ").Trim();
        if (spelt.Length == 0)
            return new ResolvedPublisher(site?.Name ?? NameOfUnknownSite(host), site?.Kind ?? KindOfUnknownSite(host));

        if (AgencyIn(spelt) is { } agency)
            return new ResolvedPublisher(spelt, agency.Kind == SourceKind.StateMedia ? SourceKind.StateMedia : SourceKind.Wire, agency.Name);
        return Find(spelt) is { } known
            ? new ResolvedPublisher(known.Name, known.Kind)
            : new ResolvedPublisher(spelt, site?.Kind ?? KindOfUnknownSite(host));
    }

    /// <summary>The proper name of the publisher that a phrase names ("cnn.com", "the CNN", "NYT"), or null where it names none.</summary>
    public static string? Named(string mention) => Find(mention.Trim())?.Name;

    /// <summary>Every spelling and site of the publisher with this proper name, the name itself first; just the name for one that is not known.</summary>
    public static IReadOnlyList<string> AliasesOf(string name) =>
        BySpelling.TryGetValue(Key(name), out var entry) ? [entry.Name, .. entry.Spellings, .. entry.Sites] : [name];

    /// <summary>What two spellings of one name have in common: letters and digits in lower case, without a leading "the".</summary>
    internal static string Key(string spelling)
    {
        var key = new StringBuilder(spelling.Length);
        foreach (char c in LeadingThe().Replace(spelling.Trim().Replace("&", " and ", StringComparison.Ordinal), ""))
        {
            if (char.IsLetterOrDigit(c) || c == '+')
                key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    // "FOX News - Health" and "CNBC | World Business News Leader" name a section or a motto after the publisher.
    private static Entry? Find(string spelt) =>
        Lookup(spelt) ?? (SectionMark().Match(spelt) is { Success: true } mark ? Lookup(spelt[..mark.Index]) : null);

    private static Entry? Lookup(string spelt) =>
        BySpelling.GetValueOrDefault(Key(spelt)) ?? (HostShape().IsMatch(spelt) ? OfSite(spelt.ToLowerInvariant()) : null);

    private static Entry? OfSite(string host)
    {
        for (string? rest = host; rest is not null; rest = rest.IndexOf('.') is var dot and > 0 ? rest[(dot + 1)..] : null)
        {
            if (BySite.TryGetValue(rest, out var entry))
                return entry;
        }
        return null;
    }

    // An agency in brackets or after "via" is a known wire, a state agency or Bloomberg, whose own site is no wire.
    private static Entry? AgencyIn(string spelt) =>
        AgencyMark().Match(spelt) is { Success: true } mark
        && BySpelling.GetValueOrDefault(Key(mark.Groups["agency"].Value)) is { } entry
        && (entry.Kind is SourceKind.Wire or SourceKind.StateMedia || entry.Name == "Bloomberg")
            ? entry
            : null;

    private static string? NameOfUnknownSite(string? host) =>
        host is null || !host.Contains('.') || ReservedHost().IsMatch(host) ? null : host;

    private static SourceKind? KindOfUnknownSite(string? host) =>
        host is null ? null
        : OfficialHost().IsMatch(host) ? SourceKind.Official
        : AcademicHost().IsMatch(host) ? SourceKind.Academic
        : null;

    private static FrozenDictionary<string, Entry> Index(Func<Entry, IEnumerable<string>> keys)
    {
        var index = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            foreach (string key in keys(entry))
                index.TryAdd(key, entry);
        }
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static List<Entry> ReadEntries()
    {
        using var stream = typeof(PublisherNames).Assembly.GetManifestResourceStream("SurvBot.Corpus.Articles.publishers.tsv")!;
        using var reader = new StreamReader(stream);
        var entries = new List<Entry>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                entries.Add(ReadEntry(line));
        }
        return entries;
    }

    private static Entry ReadEntry(string line)
    {
        string[] columns = line.Split('\t');
        return columns.Length is 3 or 4 && Enum.TryParse<SourceKind>(columns[1], ignoreCase: true, out var kind)
            ? new Entry(columns[0], kind, List(columns[2]), columns.Length == 4 ? List(columns[3]) : [])
            : throw new InvalidDataException($"publishers.tsv: cannot read the line \"{line}\"");
    }

    private static string[] List(string column) => column.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^the\s+", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingThe();

    [GeneratedRegex(@"\s+[-–—|]\s+|:\s+")]
    private static partial Regex SectionMark();

    [GeneratedRegex(@"(\((?<agency>[^()]+)\)|\svia\s+(?<agency>.+))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AgencyMark();

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HostShape();

    // Hosts that are reserved for examples and tests (RFC 2606) and bare addresses name nobody.
    [GeneratedRegex(@"(^|\.)(example|invalid|test|localhost|local)$|(^|\.)example\.(com|org|net)$|^[\d.]+$|:", RegexOptions.ExplicitCapture)]
    private static partial Regex ReservedHost();

    [GeneratedRegex(@"(^|\.)(gov|mil|gc\.ca|europa\.eu|admin\.ch|bund\.de|int)$|(^|\.)(gov|gob|gouv|govt|go)\.[a-z]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex OfficialHost();

    [GeneratedRegex(@"(^|\.)edu$|(^|\.)(edu|ac)\.[a-z]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex AcademicHost();

    private sealed record Entry(string Name, SourceKind Kind, IReadOnlyList<string> Sites, IReadOnlyList<string> Spellings);
}
