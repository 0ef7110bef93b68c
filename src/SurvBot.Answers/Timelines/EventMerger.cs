
namespace SurvBot.Answers.Timelines;

/// <summary>Makes one event of what several sentences tell, so that each is told once, by whoever documents it best.</summary>
internal static class EventMerger
{
    // As many voices as a line bears; more would not make it surer.
    private const int MostVoices = 4;

    /// <summary>Each event once, in order. The result does not hang on the order of <paramref name="told"/>.</summary>
    public static IReadOnlyList<MergedEvent> Merge(IEnumerable<ToldEvent> told, SameEvent same)
    {
        var merged = new List<List<ToldEvent>>();
        foreach (var next in BestFirst(told))
        {
            var known = merged.FirstOrDefault(voices => IsCopy(voices, next) || same.IsOne(voices[0], next));
            if (known is null)
                merged.Add([next]);
            else
                known.Add(next);
        }
        var byBest = merged.ToDictionary(voices => voices[0]);
        return [.. ToldEvent.InOrder(byBest.Keys).Select(best => new MergedEvent(best, OthersOf(byBest[best])))];
    }

    /// <summary>The surest date first, then who is best documented, then who was first to tell.</summary>
    private static IOrderedEnumerable<ToldEvent> BestFirst(IEnumerable<ToldEvent> told) => told
        .OrderBy(one => one.Clock).ThenByDescending(one => one.Date.Precision).ThenByDescending(one => one.Article.PublishedAt is not null).ThenByDescending(one => one.Article.Publisher is not null)
        .ThenBy(one => one.Article.PublishedAt ?? one.Date).ThenBy(one => one.Article.Url, StringComparer.Ordinal).ThenBy(one => one.Sentence.Span.Start);

    private static bool IsCopy(List<ToldEvent> voices, ToldEvent next) =>
        voices.Exists(voice => voice.Article.IndependenceGroup == next.Article.IndependenceGroup && voice.Text == next.Text);

    private static IReadOnlyList<ToldEvent> OthersOf(List<ToldEvent> voices) =>
        [.. voices.Skip(1).Where(voice => voice.Article.Id != voices[0].Article.Id).DistinctBy(voice => voice.Article.Id).Take(MostVoices - 1)];
}

/// <summary>An event with everybody who tells it.</summary>
/// <param name="Best">Whose words and date stand for it.</param>
/// <param name="Others">Sentences of other articles on the same event.</param>
internal sealed record MergedEvent(ToldEvent Best, IReadOnlyList<ToldEvent> Others);
