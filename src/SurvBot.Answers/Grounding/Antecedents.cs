using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>Tells whether a sentence can stand by itself, or leans on the one before it ("He said …", "This funding …").</summary>
internal static partial class Antecedents
{
    /// <summary>Whether the sentence begins with words that mean something said before it.</summary>
    public static bool IsMissing(string sentence) => Leaning().IsMatch(sentence);

    // What joins sentences ("But", "For example,") does no harm by itself; what points back does, also behind a joint.
    private const string Joint = @"((and|but|so|also|yet|instead|however|still|meanwhile|moreover|in addition|additionally|nevertheless|nonetheless|then|now|later|there|in fact|indeed|for example|for instance),?\s+)*";

    private const string Pointer = @"(he|she|it|they|his|her|its|their|him|them|this|that|these|those|such|the (company|companies|firm|firms|startup|start-up|group|agency|agencies|organi[sz]ation|app|tool|system|software|law|bill|ban|report|study|move|decision|deal|case|lawsuit|settlement|funding|round|city|two|pair|latter|former|technology|program|programme|document|statement|order|policy))\b(?!\s+(of|in|that|which|who|for)\b)";

    // Outside quotes a speaker has been named before: in an interview's transcript.
    private const string Speaker = @"(I|I'm|I’m|I've|I’ve|my|we|our|you|your)\b";

    private const string Answering = @"(as such|in response|as a result|in contrast|by contrast|similarly|likewise|both|another|others|neither|one of them|some of them|most of them|too)\b";

    [GeneratedRegex($@"^[\s“""‘'(\[]*{Joint}({Pointer}|{Answering})|^\s*{Joint}{Speaker}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();
}
