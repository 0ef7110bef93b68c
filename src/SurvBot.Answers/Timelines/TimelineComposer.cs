using System.Text;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Makes an answer of a timeline: each entry with its date, its exact words and its citations.</summary>
internal static class TimelineComposer
{
    public const string TimelineIntent = "timeline", ChangesIntent = "changes";

    /// <summary>The answer; an abstention where there is nothing to tell.</summary>
    public static Answer Compose(AskedQuestion asked, TimelineRequest request, IReadOnlyList<ToldEntry> entries)
    {
        var answer = entries.Count > 0 ? Tell(asked, request, entries) : Abstain(asked, request);
        return answer with { Interpretation = answer.Interpretation! with { Intent = request.Since is null ? TimelineIntent : ChangesIntent } };
    }

    private static Answer Tell(AskedQuestion asked, TimelineRequest request, IReadOnlyList<ToldEntry> entries)
    {
        var text = new StringBuilder(TimelineWording.Opening(request, entries));
        var cited = new CitedArticles();
        var sentences = new List<AnswerSentence>();
        var timeline = entries.Select(entry => Add(entry, text, sentences, cited)).ToList();
        var dates = cited.Articles.Select(article => article.PublishedAt).OfType<PartialDate>().Order().ToList();
        return AnswerComposer.Begin(asked) with
        {
            Status = AnswerStatus.Answered,
            Text = text.ToString(),
            Sentences = sentences,
            Citations = cited.Citations,
            Timeline = timeline,
            Evidence = new EvidenceSummary(cited.Articles.Count, cited.Articles.Select(article => article.IndependenceGroup).Distinct().Count(), dates.Count > 0 ? dates[^1] : null, dates.Count > 0 ? dates[0] : null),
        };
    }

    private static TimelineEntry Add(ToldEntry entry, StringBuilder text, List<AnswerSentence> sentences, CitedArticles cited)
    {
        var told = Add(entry.Event.Best, entry.Event.Others, entry.Change, isContext: false, text.Append("\n\n"), sentences, cited);
        return entry.Before is not { } before ? told : told with { Before = Add(before, [], null, isContext: true, text.Append(" Before, "), sentences, cited) };
    }

    private static TimelineEntry Add(ToldEvent told, IReadOnlyList<ToldEvent> others, TimelineChange? change, bool isContext, StringBuilder text, List<AnswerSentence> sentences, CitedArticles cited)
    {
        IReadOnlyList<int> numbers = [cited.Quote(told), .. others.Select(cited.Quote)];
        var entry = new TimelineEntry(told.Date, told.Date.Precision, told.Text, numbers, told.Clock, change);
        text.Append(TimelineWording.Label(entry)).Append(": ").Append(CitationResolver.Fold(told.Text)).Append(' ').AppendJoin(' ', numbers.Select(CitationMarker.Of));
        sentences.Add(new AnswerSentence(told.Text, isContext ? SentenceKind.Context : SupportCheck.KindOf(told.Text), Support.Supported, 1, numbers));
        return entry;
    }

    private static Answer Abstain(AskedQuestion asked, TimelineRequest request)
    {
        string reason = TimelineWording.Nothing(request);
        var abstained = AnswerComposer.Abstain(asked, reason);
        return request.Since is null || abstained.Status == AnswerStatus.NeedsClarification ? abstained
            : abstained with { Text = reason, Abstention = abstained.Abstention! with { Reason = reason } };
    }
}
