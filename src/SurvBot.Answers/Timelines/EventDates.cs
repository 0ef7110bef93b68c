using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Reads when that happened which a sentence tells, with the precision that its words and its article's date give.</summary>
internal static class EventDates
{
    /// <summary>
    /// The date nearest to the verb that tells the event, the first of equals. Null where there is none, where it would be finer than the publication date lets it be, or where it
    /// was still to come: what is announced has not happened.
    /// </summary>
    /// <param name="sentence">A sentence of an article.</param>
    /// <param name="published">When the article was published, or null where that is not known.</param>
    public static PartialDate? Find(string sentence, PartialDate? published)
    {
        var mentions = MentionsIn(sentence, published).Where(mention => !mention.IsBound).ToList();
        // A date that cannot be resolved is still the one that the verb goes with: another one is of something else.
        var governing = EventVerbs.FirstIn(sentence) is { } verb ? mentions.OrderBy(mention => Distance(mention, verb)).ThenBy(mention => mention.Start).FirstOrDefault() : mentions.FirstOrDefault();
        return governing?.Date is { } date && !(published is { } known && date.Start >= known.End) ? date : null;
    }

    internal static IEnumerable<DateMention> MentionsIn(string sentence, PartialDate? published)
    {
        var written = WrittenDates.In(sentence, published).ToList();
        // "On Monday, April 9, 2018" is one date, and the written one is the surer.
        var spoken = SpokenDates.In(sentence, published).Where(mention => !written.Any(other => Touches(mention, other)));
        return written.Concat(spoken).OrderBy(mention => mention.Start);
    }

    private static bool Touches(DateMention spoken, DateMention written)
    {
        const int Joint = 3;
        return spoken.Start < written.End + Joint && written.Start < spoken.End + Joint;
    }

    private static int Distance(DateMention mention, int verb) => mention.Start > verb ? mention.Start - verb : Math.Max(0, verb - mention.End);
}
