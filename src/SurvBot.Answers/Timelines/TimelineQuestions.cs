using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Recognises questions that want events in order, or what has changed since a date.</summary>
public static partial class TimelineQuestions
{
    /// <summary>What is to be told; null for any other question, which is answered as usual.</summary>
    /// <param name="question">It stands alone.</param>
    /// <param name="since">Whether the asker gave a date besides, since which they want to know what is new.</param>
    public static TimelineRequest? Read(ReadQuestion question, PartialDate? since) =>
        since is null ? Read(question) : Read(question) is { } worded ? worded with { Since = since, From = null, To = null } : new TimelineRequest(TopicOf(question)) { Since = since };

    /// <summary>Whom a plain question is about: its names, or all of it where it has none.</summary>
    private static string TopicOf(ReadQuestion question) => question.Names.Count > 0 ? string.Join(' ', question.Names) : question.Text;

    private static TimelineRequest? Read(ReadQuestion question)
    {
        string text = question.Text.Trim().TrimEnd('?', '.', '!', ' ');
        if (Changed().Match(text) is { Success: true } changed && SinceOf(changed, question.AsOf) is { } since)
            return new TimelineRequest(SubjectOf(changed)) { Since = since };
        if (Happened().Match(text) is { Success: true } happened && SinceOf(happened, question.AsOf) is { } from)
            return new TimelineRequest(SubjectOf(happened)) { From = from.Start };
        return Told().Match(text) is { Success: true } told ? new TimelineRequest(SubjectOf(told)) { From = question.Period?.From, To = question.Period?.To } : null;
    }

    private static string SubjectOf(Match match)
    {
        string subject = match.Groups["subject"].Value.Trim();
        // "The history of Megvii in 2019" is about Megvii.
        return TimeExpressions.Find(subject, DateTimeOffset.UnixEpoch) is { } time && subject.EndsWith(time.Phrase, StringComparison.Ordinal) && time.Phrase.Length < subject.Length
            ? subject[..^time.Phrase.Length].Trim() : subject;
    }

    /// <summary>The date behind "since"; null for "since the ban", which is none.</summary>
    private static PartialDate? SinceOf(Match match, DateTimeOffset asOf)
    {
        string words = match.Groups["since"].Value;
        bool isWritten = !TimeWord().IsMatch(words);
        if (TimeExpressions.Find(isWritten ? $"since {words}" : words, asOf) is not { From: { } from } time || (isWritten && time.Phrase.Length < words.Length))
            return null;
        bool isYear = from is { Month: 1, Day: 1 } && YearOnly().IsMatch(words), isMonth = from.Day == 1 && !DayOfMonth().IsMatch(words) && isWritten;
        return isYear ? PartialDate.OfYear(from.Year) : isMonth ? PartialDate.OfMonth(from.Year, from.Month) : PartialDate.OfDay(from.Year, from.Month, from.Day);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Recent = "(over |in |during )?(the )?(last|past|this) (week|month|year|[a-z0-9]+ (days|weeks|months|years))|today|yesterday";

    [GeneratedRegex($@"^(so )?(what('s|’s| is| has been)? new|what('s|’s| has| have)? changed|(is there |are there )?any(thing)? (new|news|updates?)|what are the (news|updates?)) (((about|on|with|for|at|in|around) )(?<subject>.+?) (since (?<since>.+)|(?<since>{Recent}))|since (?<since>[^,]+?) (about|on|with|for|at|around) (?<subject>.+))$", Options)]
    private static partial Regex Changed();

    [GeneratedRegex(@"^(so )?what (has |have |had )?(all )?happened (with|to|at|around|in|on) (?<subject>.+?) since (?<since>.+)$", Options)]
    private static partial Regex Happened();

    [GeneratedRegex(@"^((please )?(show|give|tell|draw|make|write)( me| us)?|what('s|’s| is| was))?\s*(a |the )?(timeline|time line|chronology|history) (of|for|on|about) (?<subject>.+)$|^(?<subject>[\w .'’-]+) timeline$|^how (did|has|have) (?<subject>.+?) (develop|evolve|unfold|progress)(ed)?( over time| over the years)?$", Options)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(last|past|this|today|yesterday)\b", Options)]
    private static partial Regex TimeWord();

    [GeneratedRegex(@"^(the (beginning|start) of )?(19|20)[0-9]{2}$", Options)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}(st|nd|rd|th)?(?![0-9])", Options)]
    private static partial Regex DayOfMonth();
}
