using SurvBot.Answers;

namespace SurvBot.Bot.Replies;

/// <summary>Shapes an answer, and each step on the way to it, for chat: what a person sees, in the same order everywhere.</summary>
public static class ReplyComposer
{
    private const int FewestBars = 3;

    /// <summary>An answer or an abstention; the reply is named after it.</summary>
    public static Reply Compose(Answer answer) => new(answer.Id,
    [
        .. answer.Abstention is { } abstention ? Refusal(answer.Text, abstention) : TimelineBlocks.Tell(answer) ? Remarks(answer.Text, answer.Citations) : Text(answer.Text, answer.Citations),
        .. answer.Conflicts.Select(Disagreement),
        .. Development(answer.Development),
        .. Unestablished(answer),
        .. answer.Remark is { } remark ? [new Caveat(remark)] : Array.Empty<ReplyBlock>(),
        .. TimelineBlocks.Of(answer.Timeline),
        .. Evidence(answer),
        .. Sources(answer.Citations, answer.StandaloneQuestion),
        .. FollowUps(answer),
        .. FeedbackRequest(answer.Status),
    ]);

    /// <summary>What to show at a step, until the next; the last step is the whole reply.</summary>
    /// <param name="id">Names the reply, the same at every step.</param>
    /// <param name="step">Where the answer is.</param>
    public static Reply Compose(string id, AnswerUpdate step) => step switch
    {
        SearchingArticles searching => new Reply(id, [new Progress(ReplyWording.Searching(searching.Articles))]),
        ReadingPassages reading => new Reply(id, [new Progress(ReplyWording.Reading(reading.Passages))]),
        // The quotes are marked when the answer is there: only it knows how the question was understood.
        TextGrew grown => new Reply(id, [.. Text(grown.Text, grown.Citations), .. Sources(grown.Citations, "")]),
        Answered answered => Compose(answered.Answer) with { Id = id },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A step that nobody knows how to show."),
    };

    private static IEnumerable<ReplyBlock> Text(string text, IReadOnlyList<Citation> citations)
    {
        var paragraphs = MarkedText.Parse(text, citations.Select(citation => citation.N).ToHashSet());
        int remarks = RemarksIn(paragraphs);
        var (shown, waiting) = MessageLength.Cut(paragraphs.Skip(remarks));
        return
        [
            .. paragraphs.Take(remarks).Select(Remark),
            .. shown,
            .. waiting.Count > 0 ? [new More(waiting)] : Array.Empty<ReplyBlock>(),
        ];
    }

    /// <summary>What the text opens with, without the rest, which a timeline tells.</summary>
    private static IEnumerable<ReplyBlock> Remarks(string text, IReadOnlyList<Citation> citations)
    {
        var paragraphs = MarkedText.Parse(text, citations.Select(citation => citation.N).ToHashSet());
        return paragraphs.Take(RemarksIn(paragraphs)).Select(Remark);
    }

    // What comes before the first citation is not from an article: SurvBot's own remark, such as how old the evidence is.
    private static int RemarksIn(IReadOnlyList<MarkedParagraph> paragraphs) =>
        paragraphs.TakeWhile(paragraph => !paragraph.IsCited).Count() is var uncited && uncited < paragraphs.Count ? uncited : 0;

    private static Caveat Remark(MarkedParagraph paragraph) => new(string.Concat(paragraph.Sentences.SelectMany(sentence => sentence.Spans).Select(span => span.Text)));

    private static IEnumerable<ReplyBlock> Refusal(string text, Abstention abstention)
    {
        bool isSaid = text.Contains(abstention.Reason, StringComparison.Ordinal);
        yield return new Paragraph([ReplySpan.Of(isSaid ? text : $"{text}\n{abstention.Reason}")]);
        if (ReplyWording.SearchedFor(abstention.Searched) is { } searched)
            yield return new Caveat(searched);
        if (abstention.Nearest.Count > 0)
            yield return new NearestArticles([.. abstention.Nearest.Select(ArticleReferences.Link)]);
    }

    private static Disagreement Disagreement(Conflict conflict) =>
        new(conflict.Slot, [.. conflict.Positions.Select(position => new DisagreementPosition(position.SaidBy is { } who ? $"{position.Value}: {who}" : position.Value, position.AsOf?.ToDisplayString(), position.Citations))]);

    private static IEnumerable<ReplyBlock> Development(Answers.Development? development)
    {
        if (development is null)
            yield break;
        // Two bars say no more than two numbers.
        bool isChart = development.Values.Count >= FewestBars && development.Values.All(value => value.Number is > 0);
        double longest = development.Values.Max(value => value.Number) ?? 1;
        yield return new Development(development.Slot, [.. development.Values.Select(value => new DevelopmentPoint(value.Value, value.Date.ToDisplayString(), isChart ? Math.Round(value.Number!.Value / longest, 3) : null, value.Citations))]);
    }

    private static IEnumerable<ReplyBlock> Unestablished(Answer answer) => answer.Status == AnswerStatus.Partial ? [new Caveat(ReplyWording.NotEstablished(answer))] : [];

    // After an error nobody knows what was searched.
    private static IEnumerable<ReplyBlock> Evidence(Answer answer) => answer.Status == AnswerStatus.Error ? [] : [new EvidenceStrip(ReplyWording.Evidence(answer))];

    private static IEnumerable<ReplyBlock> Sources(IReadOnlyList<Citation> citations, string question) =>
        citations.Count > 0 ? [new Sources([.. citations.Select(citation => ArticleReferences.Source(citation, question))])] : [];

    private static IEnumerable<ReplyBlock> FollowUps(Answer answer) => answer.FollowUps.Count > 0 ? [new FollowUps([.. answer.FollowUps.Select(followUp => followUp.Text)], answer.FollowUps.FirstOrDefault(followUp => followUp.Intent == FollowUp.Widen)?.Text)] : [];

    private static IEnumerable<ReplyBlock> FeedbackRequest(AnswerStatus status) =>
        status is AnswerStatus.Answered or AnswerStatus.Partial or AnswerStatus.Conflicting or AnswerStatus.Stale ? [new FeedbackRequest([FeedbackVerdict.Helpful, FeedbackVerdict.WrongSource, FeedbackVerdict.OutOfDate, FeedbackVerdict.Missing])] : [];
}
