using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds.Atom;

/// <summary>An entry as Atom 0.3 and 1.0 write it; a feed has the same fields, and entries.</summary>
internal sealed class AtomEntry
{
    public string Format { get; set; } = "Atom 1.0";

    public string? Id { get; set; }

    public string? Title { get; set; }

    public List<FeedLink> Links { get; } = [];

    public string? OriginalLink { get; set; }

    /// <summary>Of 1.0; "issued" of 0.3 is the same.</summary>
    public PartialDate? Published { get; set; }

    /// <summary>Of 0.3 only.</summary>
    public PartialDate? Created { get; set; }

    /// <summary>Of 1.0; "modified" of 0.3 is the same.</summary>
    public PartialDate? Updated { get; set; }

    public List<FeedAuthor> Authors { get; } = [];

    public string? Summary { get; set; }

    public string? Content { get; set; }

    public List<string> Categories { get; } = [];

    /// <summary>The feed that an entry was taken from.</summary>
    public AtomEntry? Source { get; set; }

    public string? Language { get; set; }

    public List<AtomEntry> Entries { get; } = [];
}
