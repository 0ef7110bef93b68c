using System.Globalization;

namespace SurvBot.Answers.Claims;

/// <summary>What a number is, in digits or in words.</summary>
internal static class NumberWords
{
    /// <summary>Alternatives of a regular expression; "one" is left out, it is a pronoun as often.</summary>
    public const string Pattern = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    private static readonly string[] Words = Pattern.Split('|');

    /// <summary>"2,000", "4.5", "forty", "a" (of "a million") or "half a".</summary>
    public static double Read(string number)
    {
        string plain = number.ToLowerInvariant();
        if (double.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return value;
        int i = Array.IndexOf(Words, plain);
        // Two to twenty, then thirty, forty and so on.
        return i < 0 ? plain.StartsWith("half", StringComparison.Ordinal) ? 0.5 : 1 : i <= 18 ? i + 2 : (i - 18) * 10 + 20;
    }

    /// <summary>"42" for "forty" and a two; null for what is no number word.</summary>
    public static string? Figure(string word) => Array.IndexOf(Words, word) < 0 ? null : Read(word).ToString(CultureInfo.InvariantCulture);

    /// <summary>"million", "bn", "k"; 1 for none.</summary>
    public static double Scale(string scale) => scale.ToLowerInvariant() switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" or "k" => 1e3,
        "million" or "mn" or "m" => 1e6,
        "billion" or "bn" or "b" => 1e9,
        "trillion" or "tn" => 1e12,
        _ => 1,
    };
}
