using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Timelines;

/// <summary>What every timeline promises, whatever the articles say.</summary>
internal static class TimelineContract
{
    public static void ShouldHold(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        NothingShouldBeLater(answer, articles);
        (answer.Timeline is null).ShouldBe(answer.Abstention is not null);
        CitationsShouldBeNumberedAsTheyAreUsed(answer);
        if (answer.Timeline is not { } entries)
            return;
        entries.Select(entry => entry.Date).ShouldBe(entries.Select(entry => entry.Date).Order());
        foreach (var entry in entries.Concat(entries.Select(entry => entry.Before).OfType<TimelineEntry>()))
        {
            answer.Citations[entry.Citations[0] - 1].Quotes.ShouldContain(quote => quote.Text == entry.Text);
            entry.Precision.ShouldBe(entry.Date.Precision);
            entry.Date.Start.ShouldBeLessThanOrEqualTo(answer.AsOf);
        }
        foreach (var citation in answer.Citations)
            foreach (var quote in citation.Quotes)
                articles[citation.ArticleId].Body[quote.Start..quote.End].ShouldBe(quote.Text);
    }

    public static void NothingShouldBeLater(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        answer.Citations.ShouldAllBe(citation => articles[citation.ArticleId].PublishedAt == null || articles[citation.ArticleId].PublishedAt!.Value.Start <= answer.AsOf);
        answer.Abstention?.Nearest.ShouldAllBe(article => article.PublishedAt!.Value.Start <= answer.AsOf);
    }

    private static void CitationsShouldBeNumberedAsTheyAreUsed(Answer answer)
    {
        var used = CitationMarker.Pattern().Matches(answer.Text).Select(marker => int.Parse(marker.Groups["n"].Value)).Distinct().ToList();
        used.ShouldBe(Enumerable.Range(1, answer.Citations.Count), answer.Text);
        answer.Sentences.SelectMany(sentence => sentence.Citations).Distinct().ShouldBe(used);
    }
}
