using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Retrieval;

/// <summary>How much an article's date speaks for it: by the time the question names, otherwise by how recent it is.</summary>
internal sealed class TimeRelevance(SearchQuery query, RetrievalOptions options)
{
    // "In 2018" without an end still has a length by which nearness is measured.
    private const double DaysOfAnOpenPeriod = 30;

    // What happened in March may be told in May: an article after the events loses half of what one from before them loses.
    private const float ShareLostAfterwards = 0.5f;

    // News of the last two months is looked at even where older articles share more words with the question.
    private const double RecentDays = 60;

    /// <summary>0 to 1, by which an article's relevance is multiplied.</summary>
    public float FactorOf(PartialDate? published) => query.Period is { } period ? Nearness(published, period) : Recency(published);

    /// <summary>Whether the article lies where answers are expected: in the period that is asked about, or in the last weeks.</summary>
    public bool IsExpected(PartialDate? published) => published is { } date
        && (query.Period is { } period ? period.Touches(date) : date.End > query.AsOf.AddDays(-RecentDays));

    private float Recency(PartialDate? published) => published is not { } date ? options.OldestFactor
        : Decay(options.OldestFactor, Math.Max(0, (query.AsOf - date.Start).TotalDays) / options.RecencyDays);

    /// <summary>1 within the period, less the farther outside, measured in its own length.</summary>
    private float Nearness(PartialDate? published, TimeRange period)
    {
        if (published is not { } date)
            return options.OutsidePeriodFactor;
        if (period.Touches(date))
            return 1;
        bool isLater = period.To <= date.Start;
        var distance = isLater ? date.Start - period.To!.Value : period.From!.Value - date.End;
        float floor = isLater && period.Axis == TimeAxis.Event ? 1 - ShareLostAfterwards * (1 - options.OutsidePeriodFactor) : options.OutsidePeriodFactor;
        double length = period is { From: { } from, To: { } to } ? (to - from).TotalDays : DaysOfAnOpenPeriod;
        return Decay(floor, distance.TotalDays / length);
    }

    private static float Decay(float floor, double age) => floor + (1 - floor) * (float)Math.Exp(-age);
}
