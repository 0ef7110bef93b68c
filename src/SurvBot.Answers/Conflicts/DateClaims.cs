using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Conflicts;

/// <summary>Reads when that happened which a sentence tells: a claim like any other, whose value is a stretch of days.</summary>
internal static class DateClaims
{
    // A date is true at all times, so that two of one event always speak of the same moment.
    private static readonly DateTimeOffset First = DateTimeOffset.MinValue, Last = DateTimeOffset.MaxValue;

    /// <summary>None where the sentence has no date, or no verb that says what happened then.</summary>
    public static IEnumerable<Claim> Of(CandidateSentence sentence, AliasBook aliases)
    {
        if (EventVerbs.Telling(sentence.Text) is not { } verb || EventDates.Find(sentence.Text, sentence.Article.PublishedAt) is not { } date)
            yield break;
        var whole = new Clause(sentence.Text, new TextSpan(0, sentence.Text.Length));
        yield return new Claim
        {
            Subjects = SubjectReader.Of(whole, sentence.Before, aliases),
            Slot = new Slot(SlotKind.Date, Verbs.KeyOf(verb)),
            Value = new Quantity(QuantityKind.Date, "", new NumberRange(Day(date.Start), Day(date.End.AddTicks(-1))), Approximation.Exact, whole.Span),
            Wording = date.ToDisplayString(),
            Moment = new Moment(First, Last, true, date),
            SaidBy = Attribution.In(sentence.Text),
            Places = PlaceNames.In(sentence.Text),
            Matter = Matter.Of(sentence.Text),
        };
    }

    private static double Day(DateTimeOffset instant) => Math.Floor((instant - First).TotalDays);
}
