using System.Text.RegularExpressions;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds;

/// <summary>Who wrote an item, as far as its feed says.</summary>
public sealed partial record FeedAuthor(string? Name, string? Email = null, string? Address = null)
{
    private const int MaxChars = 300;

    /// <summary>Reads "Ada (ada@example.org)", "ada@example.org (Ada)", "Ada &lt;ada@example.org&gt;", a bare name or a bare address; null when nothing is there.</summary>
    public static FeedAuthor? Parse(string? text)
    {
        string folded = MarkupText.Of(text) is { } plain ? (plain.Length > MaxChars ? Words.Shorten(plain, MaxChars) : plain) : "";
        // Markup takes "<ada@example.org>" for a tag.
        string raw = text is { Length: <= MaxChars } ? Words.Fold(text) : folded;
        var email = MailShape().Match(raw);
        if (!email.Success)
            return folded.Length == 0 ? null : new FeedAuthor(folded);
        string name = Words.Fold(Around().Replace(raw.Remove(email.Index, email.Length), " ")).Trim();
        return new FeedAuthor(name.Length == 0 ? null : MarkupText.Of(name), email.Groups["address"].Value);
    }

    /// <summary>"Ada (ada@example.org)", or what there is of it.</summary>
    public override string ToString() => (Name, Email) switch
    {
        ({ } name, { } email) => $"{name} ({email})",
        _ => Name ?? Email ?? Address ?? "",
    };

    [GeneratedRegex(@"(mailto:)?(?<address>[A-Za-z0-9_.+%-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MailShape();

    [GeneratedRegex(@"[<>()\[\]]", RegexOptions.NonBacktracking)]
    private static partial Regex Around();
}
