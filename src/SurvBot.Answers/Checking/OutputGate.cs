using System.Text.RegularExpressions;

namespace SurvBot.Answers.Checking;

/// <summary>Lets nothing leave a model's prose that could act: no address, mention, markup or secret. Links are made by code, from citations.</summary>
/// <remarks>The deterministic layer that Microsoft's security response centre asks for against prompt injection; whatever a model was talked into, this holds.</remarks>
public static partial class OutputGate
{
    /// <summary>What may not leave; null where all may.</summary>
    /// <param name="text">A drafted sentence.</param>
    /// <param name="quoted">Words of the articles it rests on: a name with a dot in it ("ID.me") may be told where it stands there.</param>
    /// <param name="canary">A secret of the prompt that no honest answer has.</param>
    public static string? Find(string text, IEnumerable<string> quoted, string canary)
    {
        if (text.Contains(canary, StringComparison.OrdinalIgnoreCase))
            return "words of the instructions";
        if (Active().Match(text) is { Success: true } active)
            return active.Value;
        return Dotted().Matches(text).Select(match => match.Value).FirstOrDefault(name => name.Contains('/', StringComparison.Ordinal) || !quoted.Any(quote => quote.Contains(name, StringComparison.Ordinal)));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // Addresses and schemes, links and images of Markdown, tags, mentions of Slack and Teams, templates of cards, code, and characters that hide or turn text.
    [GeneratedRegex(@"[a-z][a-z0-9+.-]*:/|\bwww\.|\b(javascript|data|vbscript|mailto|file):|\]\s*[(\[]|\]:|!\[|<\s*[a-z/!@#]|&(#|[a-z]+;)|@(channel|here|everyone)\b|[\w.+-]+@[\w-]+\.|[$]\{|\{\{|`|[\p{Cc}\p{Cf}\u2028\u2029]|%[0-9a-f]{2}", Options)]
    private static partial Regex Active();

    // What a chat client makes a link of by itself.
    [GeneratedRegex(@"(?<![\w.])[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\w.]*\w)(/\S*)?", Options)]
    private static partial Regex Dotted();
}
