using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>"No, I meant Boston": the earlier question is asked of what was meant.</summary>
internal static partial class Correction
{
    public static string? Complete(string asked, ThreadMemory memory)
    {
        if (!memory.HasTopic || Meant(asked) is not { } meant)
            return null;
        if (Contrast().Match(meant) is not { Success: true } contrast)
            return Swap.With(meant, memory);
        string right = contrast.Groups["right"].Value, wrong = contrast.Groups["wrong"].Value;
        return memory.Question.Contains(wrong, StringComparison.OrdinalIgnoreCase)
            ? Wording.AsQuestion(memory.Question.Replace(wrong, right, StringComparison.OrdinalIgnoreCase))
            : Swap.With(right, memory);
    }

    /// <summary>What a correction puts in place of what was said; null when the words correct nothing.</summary>
    public static string? Meant(string asked) =>
        Opening().Match(Wording.Bare(asked)) is { Success: true } opening && Fragment.Read(opening.Groups["meant"].Value) is { Length: > 0 } meant ? meant : null;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^((no|nope|sorry|wait|actually|oops|correction|well)\b[\s,.!:;–—-]*)*(no|nope|sorry|wait|actually|oops|correction|(i|we) (meant|mean|was asking about|asked about|am asking about)( to say| to ask about)?|i'm asking about|not that( one)?|rather|(?=not ))\b[\s,.!:;–—-]*(?<meant>.{2,150})$", Options)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<right>[^,]{2,60}),? (and )?not (?<wrong>.{2,60})$|^not (?<wrong>[^,]{2,60}),? (but )?(?<right>.{2,60})$", Options)]
    private static partial Regex Contrast();
}
