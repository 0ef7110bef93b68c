using System.Text.RegularExpressions;

namespace SurvBot.Answers.Checking;

/// <summary>One thing is the cause of another only where the backing says so.</summary>
internal static partial class CauseCheck
{
    public static string? Find(Backing backing) =>
        Cause().Match(backing.Draft.Text) is { Success: true } cause && !backing.Sentences.Any(sentence => Reason().IsMatch(sentence.Text)) ? cause.Value : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(because|due to|owing to|as a result|result(ed|ing|s) in|caus(ed|es|ing)|led to|leading to|prompt(ed|ing|s)|trigger(ed|ing|s)|thanks to|in response to|therefore|thus|forc(ed|ing)|so that|on account of|in retaliation|as a consequence)\b", Options)]
    private static partial Regex Cause();

    [GeneratedRegex(@"\b(because|due to|owing to|as a result|results?|result(ed|ing|s)|caus(e|ed|es|ing)|led to|lead(s|ing)? to|prompt(ed|ing|s)|trigger(ed|ing|s)|thanks to|respon(se|ded|ding|d)|therefore|thus|so|since|over|after|amid|following|for|reasons?|sparked|fuel(ed|led)|given|citing|on the grounds|attribut(ed|es)|blam(ed|es|ing)|based on|driven|in light|forc(ed|es|ing)|means|mean|makes?|made|making|amounts?|concern(s|ed)?|worri(ed|es)|fear(s|ed|ing)?|consequence|retaliation|stemm?(s|ed|ing)?|when|once|as)\b", Options)]
    private static partial Regex Reason();
}
