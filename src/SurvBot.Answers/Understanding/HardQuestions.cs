using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Answers.Understanding;

/// <summary>Tells which questions a model understands better than rules do: only those are worth its time and money.</summary>
internal static partial class HardQuestions
{
    /// <param name="question">As it was asked.</param>
    /// <param name="read">As it was understood by rules.</param>
    /// <param name="language">The language it is in; null where nobody can tell.</param>
    public static bool Has(Question question, ReadQuestion read, string? language) =>
        language is not (null or QuestionLanguage.English) || FollowUps.IsFollowUp(question.Text.Trim(), question.History) || AsksInParts(read);

    /// <summary>Whether several things are compared, or one thing must be known before the other can be looked for.</summary>
    private static bool AsksInParts(ReadQuestion read) => (read.AsksForSeveral && read.Names.Count > 1) || read.Parts.Count > 0 || Steps().IsMatch(read.Text);

    // "… and when", "the company that supplied Leeds".
    [GeneratedRegex(@"\b(and|or) (which|what|who|whom|whose|how|where|when|why)\b|\b(the|a|an|which) (company|firm|startup|start-up|vendor|maker|supplier|agency|city|country|state|person|man|woman|official|researcher|investor|law|system|tool) (that|which|who|whose|whom)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Steps();
}
