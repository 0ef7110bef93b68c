namespace SurvBot.Corpus.Ingestion;

/// <summary>How a file's content is written.</summary>
internal enum ArticleFileKind
{
    JsonLines,
    CompressedJsonLines,
    Html,
    Markdown,
    PlainText,
    Pdf,
}

/// <summary>Which files are read, by the ends of their names.</summary>
internal static class ArticleFileKinds
{
    private static readonly (string Suffix, ArticleFileKind Kind)[] Suffixes =
    [
        (".jsonl", ArticleFileKind.JsonLines),
        (".ndjson", ArticleFileKind.JsonLines),
        (".jsonl.gz", ArticleFileKind.CompressedJsonLines),
        (".ndjson.gz", ArticleFileKind.CompressedJsonLines),
        (".html", ArticleFileKind.Html),
        (".htm", ArticleFileKind.Html),
        (".xhtml", ArticleFileKind.Html),
        (".md", ArticleFileKind.Markdown),
        (".markdown", ArticleFileKind.Markdown),
        (".txt", ArticleFileKind.PlainText),
        (".pdf", ArticleFileKind.Pdf),
    ];

    /// <summary>The kinds as a person reads them.</summary>
    public static string Names => string.Join(' ', Suffixes.Select(s => s.Suffix));

    /// <summary>The kind of the file with this name, or null for one that is not read.</summary>
    public static ArticleFileKind? Of(string name)
    {
        foreach (var (suffix, kind) in Suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return kind;
        }
        return null;
    }

    /// <summary>Why the system refused a file or folder, in plain English.</summary>
    public static string Explain(Exception refusal) => refusal switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "it is no longer there",
        _ => Words.Fold(refusal.Message).TrimEnd('.'),
    };
}
