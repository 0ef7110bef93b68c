namespace SurvBot.Corpus.Retrieval;

/// <summary>What a retriever gets: words, what may be known, and what the answer must or should look like.</summary>
public sealed record SearchQuery
{
    /// <summary>The words to search for, in plain language.</summary>
    public required string Text { get; init; }

    /// <summary>Nothing published after this instant is found.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Only articles that can have been published at or after this instant; undated ones fall out.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }

    /// <summary>Only articles that can have been published before this instant; undated ones fall out.</summary>
    public DateTimeOffset? PublishedBefore { get; init; }

    /// <summary>Only articles of these publishers (proper names); empty for all.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>Words that must stand in the article exactly so, in any case.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>The time that the question asks about: it ranks, it does not filter.</summary>
    public TimeRange? Period { get; init; }

    /// <summary>Publishers that the question names: they rank, they do not filter.</summary>
    public IReadOnlyList<string> NamedPublishers { get; init; } = [];

    /// <summary>How many passages to return.</summary>
    public int Take { get; init; } = 20;
}
