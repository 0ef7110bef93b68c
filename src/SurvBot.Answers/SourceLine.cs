namespace SurvBot.Answers;

/// <summary>Whom to name for an article's words, in one line of plain text.</summary>
public static class SourceLine
{
    /// <summary>"The Verge, 11 Apr 2018", or "SurvBot brief, after The Verge, May 2018": a brief's words are not the publisher's.</summary>
    public static string Of(string? publisher, string? date, bool isBrief) =>
        isBrief ? Listed("SurvBot brief", publisher is null ? null : $"after {publisher}", date) : Listed(publisher, date);

    /// <summary>What is known of the parts.</summary>
    public static string Listed(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => part is not null));
}
