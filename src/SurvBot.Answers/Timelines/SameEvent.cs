using System.Text.RegularExpressions;

namespace SurvBot.Answers.Timelines;

/// <summary>Tells whether two sentences tell the same event.</summary>
internal sealed partial class SameEvent(TimelineSubject subject)
{
    // Half of the shorter one's words besides the subject; a copy is often cut or retold in part.
    private const double SameWords = 0.5;

    private const int FewestWords = 3, WordsBesidesASum = 2;

    // A newspaper tells today what was announced a day or two ago.
    private static readonly TimeSpan Delay = TimeSpan.FromDays(2);

    /// <summary>Whether their dates can be one and most of their words are.</summary>
    public bool IsOne(ToldEvent one, ToldEvent other) =>
        CanBeOneDate(one, other) && (SayTheSame(one, other) || ShareASum(one, other)) && !Differ(FiguresOf(one.Text), FiguresOf(other.Text));

    /// <summary>Whether they say the same of the subject, whatever the figures and dates in them.</summary>
    public bool SayTheSame(ToldEvent one, ToldEvent other)
    {
        var own = WordsOf(one);
        var others = WordsOf(other);
        return Math.Min(own.Count, others.Count) >= FewestWords && own.Intersect(others).Count() >= SameWords * Math.Min(own.Count, others.Count);
    }

    // "$600 million" and "a $600M round": a figure of some length is seldom the same by chance.
    private bool ShareASum(ToldEvent one, ToldEvent other) =>
        FiguresOf(one.Text).Intersect(FiguresOf(other.Text)).Any(figure => figure.Length > 1) && WordsOf(one).Intersect(WordsOf(other)).Count() >= WordsBesidesASum;

    /// <summary>Whether both have figures and share none of them: two values, be they of one thing or of two.</summary>
    public static bool Differ(IReadOnlySet<string> own, IReadOnlySet<string> others) => own.Count > 0 && others.Count > 0 && !own.Overlaps(others);

    /// <summary>Numbers of a sentence but for those of its dates.</summary>
    public static HashSet<string> FiguresOf(string sentence) =>
        [.. Figure().Matches(DateOrDay().Replace(sentence, " ")).Select(figure => figure.Value.Replace(",", "", StringComparison.Ordinal))];

    private HashSet<string> WordsOf(ToldEvent told) => [.. told.Sentence.Terms.All.Where(term => !char.IsAsciiDigit(term[0])).Except(subject.Terms)];

    private static bool CanBeOneDate(ToldEvent one, ToldEvent other)
    {
        var (first, last) = one.Date.Start <= other.Date.Start ? (one, other) : (other, one);
        return first.Date.Overlaps(last.Date.Start, last.Date.End)
            || ((one.Clock == TimelineClock.Published || other.Clock == TimelineClock.Published) && last.Date.Start - first.Date.End < Delay);
    }

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}s?\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+[0-9]{1,2}\b|\b[0-9]{1,2}\s+(January|February|March|April|May|June|July|August|September|October|November|December)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DateOrDay();
}
