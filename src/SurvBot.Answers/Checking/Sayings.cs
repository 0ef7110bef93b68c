using System.Text.RegularExpressions;

namespace SurvBot.Answers.Checking;

/// <summary>Tells what somebody says from what is so.</summary>
internal static partial class Sayings
{
    // So much of what is said must be kept for the draft to tell it.
    private const int Told = 2;

    // "According to a report".
    private const int Beside = 12;

    // "…, the spokesman said in a statement on Monday."
    private const int LongestEnd = 60;

    /// <summary>Whether a draft says who says what it has of a sentence: in that sentence's own words, or in words for saying of its own.</summary>
    public static bool IsSaid(Alignment alignment, SourceSentence sentence)
    {
        var governing = Says().Matches(sentence.Text);
        return alignment.Words.Any(word => Saying.Contains(word.Word.Plain)
            && (word.Sentence is null || (word.Sentence == sentence ? governing.Any(said => said.Index <= sentence.Parts.Words[word.At].Start && sentence.Parts.Words[word.At].Start < said.Index + said.Length + Beside) : Says().IsMatch(word.Word.Plain))));
    }

    /// <summary>The words that make what is kept of a sentence somebody's saying; null where it is told as a fact.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="kept">Where the kept words begin.</param>
    public static string? Governing(string sentence, IReadOnlyList<int> kept)
    {
        foreach (Match said in Says().Matches(sentence))
        {
            int end = said.Index + said.Length;
            if (OwnAct().IsMatch(sentence, end))
                continue;
            // "…, X said." tells what stands before it; "X said that …" what follows.
            bool isLast = sentence.IndexOfAny([',', ';'], end) < 0 && sentence.Length - end < LongestEnd && sentence[..said.Index].Contains(',', StringComparison.Ordinal) || said.Value.StartsWith("acc", StringComparison.OrdinalIgnoreCase) && said.Index > 0;
            if (kept.Count(at => isLast ? at < said.Index : at >= end) >= Told)
                return said.Value;
        }
        return null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(according to|said|says?|told|argue[sd]|claim(s|ed)|warn(s|ed)|believes?|estimates?|insist(s|ed)|suggest(s|ed)|alleg(es|ed)|contends?|shows|found that)\b", Options)]
    private static partial Regex Says();

    [GeneratedRegex(@"\G( on \w+| in a \w+)?( that)? (it|he|she|they|we|i)\b", Options)]
    private static partial Regex OwnAct();

    private static readonly HashSet<string> Saying = [.. "according said says say saying told tells argued argues arguing warned warns warning stated testified wrote writes believes believe estimates estimated suggests suggested announced denied insists insisted acknowledged admitted described reported reports claimed claims found finds concluded confirmed added explained noted maintains contends statement criticized criticised promised shows showed disclosed revealed alleged alleges reportedly accused accuses thinks cited cites quoted declared predicted predicts".Split(' ')];
}
