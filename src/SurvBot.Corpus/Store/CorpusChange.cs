using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Store;

/// <summary>An article to be written, with all that is derived from its text.</summary>
/// <param name="Article">The article; its revision decides whether it is new (1) or replaces an earlier one.</param>
/// <param name="ContentHash">SHA-256 of its content, see <see cref="ArticleContent"/>.</param>
/// <param name="Passages">Its passages' places in the body, in order.</param>
/// <param name="Vectors">The passages' vectors, by each model that made any; none where there is no embedding model.</param>
/// <param name="CopyBands">Hash bands under which copies of the text are found.</param>
public sealed record ArticleWrite(
    Article Article,
    byte[] ContentHash,
    IReadOnlyList<TextSpan> Passages,
    IReadOnlyList<PassageVectors> Vectors,
    IReadOnlyList<long> CopyBands);

/// <summary>One vector a passage, in their order, all by one model.</summary>
public sealed record PassageVectors(string Model, IReadOnlyList<Half[]> Vectors);

/// <summary>What the corpus knows of an article that is about to be written again.</summary>
/// <param name="ContentHash">SHA-256 of its stored content.</param>
/// <param name="Revision">Its stored revision.</param>
/// <param name="SourceKind">Whose words are stored.</param>
/// <param name="IndependenceGroup">The group of copies it belongs to.</param>
public sealed record StoredContent(byte[] ContentHash, int Revision, SourceKind SourceKind, ArticleId IndependenceGroup);

/// <summary>A stored text that may be a copy of another.</summary>
public sealed record CopyCandidate(ArticleId Id, ArticleId IndependenceGroup, string Body);

/// <summary>One passage with its vector (null when not embedded).</summary>
public sealed record StoredPassage(Passage Passage, Half[]? Vector);

/// <summary>What a reader of the corpus must do to follow it: drop the article's old passages, and add the new ones unless it is gone.</summary>
/// <param name="Id">The article that changed.</param>
/// <param name="Article">Its content now; null when it was removed.</param>
/// <param name="Passages">Its passages now; empty when it was removed.</param>
public sealed record CorpusChange(ArticleId Id, Article? Article, IReadOnlyList<StoredPassage> Passages);

/// <summary>The vector of a stored passage.</summary>
public sealed record StoredVector(long PassageId, Half[] Vector);

/// <summary>A passage that still waits for its vector.</summary>
public sealed record UnembeddedPassage(long PassageId, string Title, string Text);
