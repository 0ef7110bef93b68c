namespace SurvBot.Corpus.Feeds;

/// <summary>How much of one item is kept; more than any honest feed has.</summary>
internal static class Limits
{
    public const int Authors = 50, Categories = 50, Links = 50, IdChars = 2048, TitleChars = 1_000, SummaryChars = 2_000;

    /// <summary>A text of at most <paramref name="chars"/> characters, cut between words.</summary>
    public static string? Shortened(this string? text, int chars) => text is null || text.Length <= chars ? text : Ingestion.Words.Shorten(text, chars);
}
