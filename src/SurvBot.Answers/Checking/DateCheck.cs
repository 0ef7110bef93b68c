using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Checking;

/// <summary>Every date is one that the backing gives, told no finer than there.</summary>
internal static class DateCheck
{
    public static string? Find(Backing backing)
    {
        foreach (var date in backing.Draft.Dates)
            if (!IsBacked(date, backing.Near(date.Start, date.End), backing) && (IsReplaced(date, backing) || !IsBacked(date, backing.Sentences, backing)))
                return backing.Draft.Text[date.Start..date.End].Trim();
        return null;
    }

    private static bool IsBacked(DateMention date, IReadOnlyList<SourceSentence> sentences, Backing backing) =>
        IsSpokenAlike(date, sentences, backing) || (date.Date is { } when && sentences.Any(sentence => Gives(sentence, when)));

    /// <summary>Whether what the draft dates is dated otherwise there, by a date that the draft leaves out.</summary>
    private static bool IsReplaced(DateMention date, Backing backing) =>
        backing.Near(date.Start, date.End).SelectMany(sentence => sentence.Parts.Dates).Any(other => other.Date is { } there && !backing.Draft.Dates.Any(own => own.Date is { } when && there.Overlaps(when.Start, when.End)));

    private static bool Gives(SourceSentence sentence, PartialDate when)
    {
        if (sentence.Parts.Dates.Any(date => date.Date is { } there && there.Precision >= when.Precision && there.Overlaps(when.Start, when.End)))
            return true;
        if (sentence.Parts.Dates.Any(date => InYears(sentence, date).Any(there => there.Precision >= when.Precision && there.Overlaps(when.Start, when.End))))
            return true;
        // What is told without any date is of the days it was published in.
        return sentence.Parts.Dates.All(date => date.Date is null) && sentence.Passage.Article.PublishedAt is { } published && published.Precision >= when.Precision && published.Overlaps(when.Start, when.End);
    }

    /// <summary>A date without its year ("from 1 July") may be to come: in the year of the publication or the next.</summary>
    private static IEnumerable<PartialDate> InYears(SourceSentence sentence, DateMention date)
    {
        string words = sentence.Text[date.Start..date.End];
        if (sentence.Passage.Article.PublishedAt is not { } published || words.Any(char.IsAsciiDigit) && words.Length > 4 && words[^4..].All(char.IsAsciiDigit))
            return [];
        return new[] { published.Start.Year, published.Start.Year + 1 }.SelectMany(year => WrittenDates.In($"{words} {year}", null)).Select(written => written.Date).OfType<PartialDate>();
    }

    /// <summary>"On Monday" where the backing has the same words.</summary>
    private static bool IsSpokenAlike(DateMention date, IReadOnlyList<SourceSentence> sentences, Backing backing)
    {
        string words = backing.Draft.Text[date.Start..date.End].Trim();
        return sentences.Any(sentence => sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
