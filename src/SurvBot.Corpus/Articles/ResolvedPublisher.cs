namespace SurvBot.Corpus.Articles;

/// <summary>Who an article is from, as far as its publisher's name and address tell.</summary>
/// <param name="Name">Proper name, or null where neither names anybody.</param>
/// <param name="Kind">Who is speaking, or null where the publisher is not known.</param>
/// <param name="Agency">The agency whose text it carries ("Taipei Times (Bloomberg)" carries Bloomberg's), or null.</param>
public sealed record ResolvedPublisher(string? Name, SourceKind? Kind, string? Agency = null);
