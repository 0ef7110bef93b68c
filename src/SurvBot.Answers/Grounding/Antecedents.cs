using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>Tells whether a sentence can stand by itself, or leans on the one before it ("He said …", "This funding …").</summary>
internal static partial class Antecedents
{
    /// <summary>Whether the sentence begins with words that mean something said before it.</summary>
    public static bool IsMissing(string sentence) => Leaning().IsMatch(sentence);

    [GeneratedRegex(@"^[\s“""‘'(\[]*((and|but|so|also|yet|instead|however|still|meanwhile|moreover|in addition|additionally|nevertheless|nonetheless|then|now|later|there),?\s+)*(he|she|it|they|his|her|its|their|him|them|this|that|these|those|such|the (company|companies|firm|firms|startup|start-up|group|agency|agencies|organi[sz]ation|app|tool|system|software|law|bill|ban|report|study|move|decision|deal|case|lawsuit|settlement|funding|round|city|two|pair|latter|former|technology|program|programme|document|statement|order|policy))\b(?!\s+(of|in|that|which|who|for)\b)|^[\s“""‘'(\[]*(and|but|so|instead|yet|as such|for example|for instance|in response|as a result|in contrast|by contrast|similarly|likewise|both|another|others|neither|one of them|some of them|most of them|also|too)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();
}
