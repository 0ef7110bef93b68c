using SurvBot.Answers.Checking;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Makes an answer whole with quotes, where what a model wrote is not.</summary>
internal static class Completion
{
    // So much of a stopped sentence stands in its backing that the backing tells what it wanted to.
    private const double SameMatter = 0.6;

    // A model that is stopped again and again does not fill the answer by that.
    private const int MostMeant = 3;

    /// <summary>
    /// The written sentences; then, in the articles' own words, what the model wanted to tell and could not. Where articles disagree, where the model failed or nothing of it is left, all quotes that its sentences do not rest on.
    /// </summary>
    public static Draft Of(IReadOnlyList<DraftSentence> written, WritingTask task, Draft quotes, bool isDisputed, WritingReport report)
    {
        if (written.Count == 0 && report.Trouble == WritingTrouble.None)
            report.Fail(report.Stopped.Count > 0 ? WritingTrouble.NothingBacked : WritingTrouble.NothingWritten, report.Stopped.Count > 0 ? "nothing that the language model wrote passed the check" : "the language model wrote nothing");
        bool isWhole = written.Count > 0 && !isDisputed && report.Trouble == WritingTrouble.None;
        var told = written.SelectMany(sentence => sentence.Quotations).ToList();
        bool IsTold(DraftSentence quote) => quote.Quotations.All(quotation => told.Any(other => other.Article.Id == quotation.Article.Id && other.Span == quotation.Span));
        return new Draft([.. written, .. (isWhole ? Meant(report, task) : quotes.Sentences).Where(quote => !IsTold(quote))]);
    }

    private static IEnumerable<DraftSentence> Meant(WritingReport report, WritingTask task) => report.Stopped
        .Where(stopped => stopped.Coverage >= SameMatter && stopped.Objection!.Kind != ObjectionKind.Gate)
        .Where(stopped => task.Passages.Any(passage => passage.Article.Id == stopped.Quotations[0].Article.Id && passage.ArticleText.Sentences.Any(sentence => sentence.Span == stopped.Quotations[0].Span && sentence.IsQuotable)))
        .Select(stopped => new DraftSentence(stopped.Quotations[0].Text, [stopped.Quotations[0]], stopped.Coverage))
        .DistinctBy(quote => (quote.Article.Id, quote.Span)).Take(MostMeant);
}
