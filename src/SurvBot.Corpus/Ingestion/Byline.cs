using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Tells a person's name from the other things that stand in bylines.</summary>
internal static partial class Byline
{
    private const int MaxChars = 200;

    /// <summary>The name without "By "; null for an address, a handle, a date or a whole sentence.</summary>
    public static string? Clean(string? text)
    {
        string name = LeadingBy().Replace(Words.Fold(text ?? ""), "").Trim(' ', ',', ';', '|');
        return name.Length is 0 or > MaxChars || NoName().IsMatch(name) || !name.Any(char.IsLetter) ? null : name;
    }

    [GeneratedRegex(@"^((written |words |story |reported )?by:?|par|author:)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingBy();

    [GeneratedRegex(@"^https?:|^www\.|^@\w+$|^\S+@\S+$|\b(19|20)\d\d\b|\d\d?:\d\d|^(null|undefined|none|n/a|admin|administrator|author|unknown)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoName();
}
