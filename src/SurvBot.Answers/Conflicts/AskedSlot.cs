using System.Text.RegularExpressions;
using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Understanding;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Conflicts;

/// <summary>The fact that a question asks for: only of this one a disagreement is told.</summary>
/// <param name="Kind">What sort of fact.</param>
/// <param name="Of">Stem of what is counted; null for anything.</param>
/// <param name="Names">Whom it is asked of.</param>
/// <param name="Period">When, or null.</param>
internal sealed partial record AskedSlot(SlotKind Kind, string? Of, IReadOnlyList<string> Names, TimeRange? Period)
{
    /// <summary>Null where the question asks for no amount.</summary>
    public static AskedSlot? In(ReadQuestion question) =>
        KindIn(question) is { } kind ? new AskedSlot(kind, kind == SlotKind.Count ? question.Head : null, question.Names, question.Period) { Happened = HappenedIn(question) } : null;

    /// <summary>Keys of the question's words but for its names: a date or a status is asked for of what one of them tells.</summary>
    private HashSet<string> Happened { get; init; } = [];

    /// <summary>Whether any sentence that states the fact of the right name is heard, not only those that were measured as answers.</summary>
    public bool IsNamed => new Slot(Kind).IsNamed && Names.Count > 0;

    /// <summary>Whether the claim states this fact, at the time that is asked about.</summary>
    public bool IsFilledBy(Claim claim, AliasBook aliases) =>
        claim.Slot.Kind == Kind && (Of is null || claim.Slot.Of == Of) && (Kind is not (SlotKind.Date or SlotKind.Status) || Happened.Contains(claim.Slot.Of))
        && (Names.Count == 0 || claim.Subjects.Any(subject => Names.Any(name => aliases.AreOne(name, subject))))
        && (Period is not { Axis: TimeAxis.Event } period || (claim.Moment is { } moment && moment.From < (period.To ?? DateTimeOffset.MaxValue) && (period.From ?? DateTimeOffset.MinValue) < moment.To));

    private static HashSet<string> HappenedIn(ReadQuestion question) => [.. Terms.WithWords(question.Text).SelectMany(word => (string[])[word.Term, Verbs.KeyOf(word.Word)])];

    private static SlotKind? KindIn(ReadQuestion question) => question.Kind switch
    {
        AnswerKind.Number when question.Head is not null => SlotKind.Count,
        AnswerKind.Number => Share().IsMatch(question.Text) ? SlotKind.Share : null,
        AnswerKind.Date => SlotKind.Date,
        AnswerKind.YesNo => SlotKind.Status,
        AnswerKind.Money => SlotReader.MoneyIn(question.Text),
        // "What was it valued at?"
        AnswerKind.Any or AnswerKind.Definition => Valued().IsMatch(question.Text) ? SlotKind.Valuation : null,
        _ => null,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(percent(age)?|per cent|share|proportion|fraction)\b", Options)]
    private static partial Regex Share();

    [GeneratedRegex(@"\bwhat (is|was|were|are) .{1,80}\b(valued at|valuation|worth)\b", Options)]
    private static partial Regex Valued();
}
