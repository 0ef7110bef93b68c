using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>Decides which sentences may answer a question, and whether any does.</summary>
/// <param name="model">Holds the calibrated thresholds.</param>
public sealed partial class SupportCheck(SupportModel model)
{
    /// <summary>What survives, best first; empty when the evidence does not carry an answer.</summary>
    public SupportVerdict Check(GroundingContext context)
    {
        if (MissingPublisher(context) is { } publisher)
            return new SupportVerdict([], $"The question speaks of reporting by {publisher}, and no article of {publisher} is in the corpus.");
        if (context.Candidates.Count == 0 || context.Candidates[0].Support < model.AnswerThreshold)
            return new SupportVerdict([], "No sentence of the indexed articles supports an answer to this question.");
        return new SupportVerdict([.. context.Candidates.TakeWhile((candidate, i) => i == 0 || candidate.Support >= model.FurtherThreshold)], null);
    }

    /// <summary>How far a quoted sentence backs an answer.</summary>
    public Support Grade(double support) => support >= model.AnswerThreshold ? Support.Supported : Support.Partly;

    /// <summary>Whether the sentence tells who says so.</summary>
    public static SentenceKind KindOf(string sentence) => Attribution().IsMatch(sentence) ? SentenceKind.Attributed : SentenceKind.Fact;

    /// <summary>A publisher whose reporting the question takes for granted, and that neither publishes nor is named in what was found.</summary>
    private static string? MissingPublisher(GroundingContext context) => context.Question.MissingPublishers.FirstOrDefault(publisher =>
        !context.Candidates.Take(5).Any(candidate => candidate.Surroundings.Contains(publisher, StringComparison.OrdinalIgnoreCase)
            || candidate.Article.Publisher?.Contains(publisher, StringComparison.OrdinalIgnoreCase) == true));

    [GeneratedRegex(@"\b(alleg\w+|reportedly|according to|said|says|say|told|claim(s|ed)?|accus(ed|es)|argued?|argues|warned|warns|stated|testified|wrote|believes?|estimated?|suggest(s|ed)?|announced|denied|denies|insist(s|ed)?|acknowledged|admitted|described|describes|called)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribution();
}

/// <summary>What may be answered.</summary>
/// <param name="Sentences">Supporting sentences, best first.</param>
/// <param name="Refusal">Why there are none; null when there are.</param>
public sealed record SupportVerdict(IReadOnlyList<CandidateSentence> Sentences, string? Refusal);
