using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Answers.Checking;

/// <summary>Lets nothing leave a model's prose that could act: no address, mention, markup or secret. Links are made by code, from citations.</summary>
/// <remarks>The deterministic layer that Microsoft's security response centre asks for against prompt injection; whatever a model was talked into, this holds.</remarks>
public static partial class OutputGate
{
    // So much of the secret in a row no word and no figure has by chance.
    private const int MostOfCanary = 6;

    /// <summary>What may not leave; null where all may.</summary>
    /// <param name="text">A drafted sentence.</param>
    /// <param name="quoted">Words of the articles it rests on: a name with a dot in it ("ID.me") may be told where it stands there.</param>
    /// <param name="canary">A secret of the prompt that no honest answer has.</param>
    public static string? Find(string text, IEnumerable<string> quoted, string canary)
    {
        if (text.EnumerateRunes().Any(IsUnseen))
            return "a character that nobody sees";
        string plain = string.Concat(text.Select(Plain));
        if (HasPartOf(canary, plain))
            return "words of the instructions";
        if (Active().Match(plain) is { Success: true } active)
            return active.Value;
        if (Bracketed().Matches(plain).Select(match => match.Value).FirstOrDefault(words => !quoted.Any(quote => quote.Contains(words, StringComparison.Ordinal))) is { } bracketed)
            return bracketed;
        return Dotted().Matches(plain).Select(match => match.Value.TrimEnd('.', '!', '?', ':')).FirstOrDefault(name => !Name().IsMatch(name) || !quoted.Any(quote => quote.Contains(name, StringComparison.Ordinal)));
    }

    /// <summary>Whatever stands between its characters, and from whichever end it is told.</summary>
    private static bool HasPartOf(string canary, string text)
    {
        string told = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        string secret = canary.ToLowerInvariant(), turned = string.Concat(secret.Reverse());
        return Enumerable.Range(0, Math.Max(0, secret.Length - MostOfCanary + 1)).Any(at =>
            told.Contains(secret.Substring(at, MostOfCanary), StringComparison.Ordinal) || told.Contains(turned.Substring(at, MostOfCanary), StringComparison.Ordinal));
    }

    // Full-width letters and signs are what they look like. (Unicode's own way to say so needs ICU, which not every machine has.)
    private static char Plain(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u2024' or '\u3002' or '\uFE52' or '\uFF61' ? '.' : c;

    // They hide or turn text; half a surrogate pair reads as the replacement character.
    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // In this order: addresses and schemes, whole, split or spelled around; numbers of a network; links, images and definitions of Markdown, and a number that would pass
    // for a citation; tags and entities; mentions; templates of cards, code; escapes of addresses.
    [GeneratedRegex(@"//|:\s*/|\bwww\b\s*\.|\bh\s*(t\s*t|x\s*x)\s*p\s*s?\s*:|\bjavascript\s*:|\b\p{L}[\p{L}\p{N}+.-]*:(?=[^\s""'“”‘’)\]])|\[\.\]|[(\[]\s*dot\s*[)\]]"
        + @"|(?<![\d.,])\d{1,3}(\.\d{1,3}){3}(?![\d.]*\d)"
        + @"|\]\s*[(\[:]|!\[|\[[\s^]*\d+\s*\]|<\s*[\p{L}/!@#?]|&(#|\p{L}+;)|(?<![\p{L}\p{N}])@\s*\p{L}|[\p{L}\p{N}.+-]@[\p{L}\p{N}]|[{}`]|%[0-9a-f]{2}", Options)]
    private static partial Regex Active();

    // Before the marker of a citation it would be half a link, unless an article has it: "[sic]".
    [GeneratedRegex(@"\[[^\]]*\]?[\s.!?]*$")]
    private static partial Regex Bracketed();

    // What a chat client makes a link of by itself, with whatever hangs on it.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}[^\s,;)'”’""]*|(?<=\s|^)\.\p{L}{2,}[/:?#]\S*", Options)]
    private static partial Regex Dotted();

    // As a company is called: "ID.me", "Amazon.com's". An address in running text has no capital.
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N}-]*(\.\p{L}+){1,2}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
