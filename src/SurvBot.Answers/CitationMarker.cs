using System.Text.RegularExpressions;

namespace SurvBot.Answers;

/// <summary>How a text points to its citations: "[1]" after what the first citation backs.</summary>
public static partial class CitationMarker
{
    /// <summary>The marker of citation <paramref name="n"/>.</summary>
    public static string Of(int n) => $"[{n}]";

    /// <summary>One marker; its number is the group "n".</summary>
    [GeneratedRegex(@"\[(?<n>[0-9]{1,4})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();

    /// <summary>The markers with which a sentence ends.</summary>
    [GeneratedRegex(@"\[[0-9]{1,4}\](\s*\[[0-9]{1,4}\])*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex Run();
}
