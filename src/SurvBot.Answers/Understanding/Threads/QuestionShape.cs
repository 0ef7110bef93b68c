using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>How a question is built: what it asks with, the verb that changes places with the subject, and the rest.</summary>
/// <param name="Asking">"when", "how many", "which"; empty where the answer is yes or no.</param>
/// <param name="Noun">What is asked for by name ("cities" in "which cities"), or empty.</param>
/// <param name="Auxiliary">"did", "has", "will"; empty in "who funded SenseTime".</param>
/// <param name="Rest">What follows.</param>
/// <param name="AsksForSubject">Whether what is asked for does what the rest says ("which cities banned it", not "which cities did it ban").</param>
internal sealed partial record QuestionShape(string Asking, string Noun, string Auxiliary, string Rest, bool AsksForSubject)
{
    private const int LongestNoun = 6;

    public bool IsYesNo => Asking.Length == 0;

    /// <summary>Whether it asks when, where, why or how: such a word is replaced by another without further change.</summary>
    public bool AsksAround => Noun.Length == 0 && Around().IsMatch(Asking);

    /// <summary>The shape of <paramref name="question"/>, or null where it is not built as a question.</summary>
    public static QuestionShape? Of(string question)
    {
        string text = question.TrimEnd('?', '.', '!', ' ');
        if (YesNo().Match(text) is { Success: true } verify)
            return new QuestionShape("", "", Lower(verify.Groups["aux"].Value), verify.Groups["rest"].Value, false);
        if (Asked().Match(text) is not { Success: true } asked)
            return null;
        string[] words = asked.Groups["tail"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string asking = Lower(asked.Groups["asking"].Value);
        int verb = Array.FindIndex(words, 0, Math.Min(words.Length, LongestNoun), Verbs.IsAuxiliary);
        if (verb >= 0)
        {
            string rest = string.Join(' ', words[(verb + 1)..]);
            return new QuestionShape(asking, string.Join(' ', words[..verb]), Lower(words[verb]), rest, MayBeSubject(asking) && Verbs.FollowAtOnce(words[verb], rest));
        }
        verb = asking is "who" ? 0 : FirstVerb(words);
        return verb < 0 ? null : new QuestionShape(asking, Adverb().Replace(string.Join(' ', words[..verb]), ""), "", string.Join(' ', words[verb..]), true);
    }

    private static bool MayBeSubject(string asking) => asking is "who" or "what" or "which" or "whose" or "how many" or "how much";

    private static int FirstVerb(string[] words)
    {
        for (int i = 1; i < Math.Min(words.Length, LongestNoun); i++)
            if (Verbs.IsFinite(words[i], words[i - 1]))
                return i;
        return -1;
    }

    private static string Lower(string words) => words.ToLowerInvariant();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@" (first|already|recently|ever|also|now|still|just|publicly)$", Options)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"^(?<aux>did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must) (?<rest>.+)$", Options)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"^(?<asking>since when|until when|(by|for|from|to|with|against) (whom|what|how much)|what for|for how long|how (long|often|old|far|big|large|accurate|soon|well)|how (many|much)|when|where|why|how|who|whom|whose|what|which)\b(?<tail>.*)$", Options)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(since when|until when|when|where|why|how|how (long|often|old|far|big|large|accurate|soon|well)|for how (long|much)|(by|for|from|to|with|against) (whom|what|how much)|what for)$", Options)]
    private static partial Regex Around();
}
