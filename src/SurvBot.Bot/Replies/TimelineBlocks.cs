using SurvBot.Answers;
using SurvBot.Answers.Timelines;

namespace SurvBot.Bot.Replies;

/// <summary>Shows a timeline entry by entry, as much of it at once as a chat bears.</summary>
internal static class TimelineBlocks
{
    // An entry with its date takes a line or two: more of them than of running text are read at a glance.
    private const int EntriesShown = 12;

    public static IEnumerable<ReplyBlock> Of(IReadOnlyList<TimelineEntry>? entries)
    {
        var items = (entries ?? []).Select(Item).ToList();
        if (items.Count > 0)
            yield return new BulletList([.. items.Take(EntriesShown)]);
        if (items.Count > EntriesShown)
            yield return new More([new BulletList([.. items.Skip(EntriesShown)])]);
    }

    /// <summary>Whether the text says nothing but what the timeline does: then it is told once.</summary>
    public static bool Tell(Answer answer) => answer.Timeline is { Count: > 0 } entries
        && answer.Sentences.All(sentence => entries.Any(entry => entry.Text == sentence.Text || entry.Before?.Text == sentence.Text));

    private static Paragraph Item(TimelineEntry entry) =>
        new([.. Spans("", entry), .. entry.Before is { } before ? Spans(" Before, ", before) : []]);

    private static IEnumerable<ReplySpan> Spans(string lead, TimelineEntry entry) =>
        [ReplySpan.Of($"{lead}{TimelineWording.Label(entry)}: {Fold(entry.Text)} "), .. entry.Citations.Select(ReplySpan.Marker)];

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
