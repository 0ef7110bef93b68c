namespace SurvBot.Bot.Evaluation;

/// <summary>The contract's promises about citations, as shares of 1.</summary>
/// <param name="Answers">Answers that were looked at.</param>
/// <param name="ResolveRate">Share of answers whose markers and citations match one to one.</param>
/// <param name="Quotes">Quotes that were looked at.</param>
/// <param name="QuoteExactness">Share of quotes that equal the stored body.</param>
/// <param name="SentencesWithNumbers">Supported sentences with a number.</param>
/// <param name="NumberSupport">Share of those whose numbers all stand in their quotes.</param>
public sealed record CitationMetrics(int Answers, double? ResolveRate, int Quotes, double? QuoteExactness, int SentencesWithNumbers, double? NumberSupport)
{
    public static CitationMetrics Of(IEnumerable<EvaluatedQuestion> questions)
    {
        var checks = questions.Where(question => question.IsAnswered).Select(question => question.Reply!.Citations).ToList();
        int quotes = checks.Sum(check => check.Quotes), sentences = checks.Sum(check => check.SentencesWithNumbers);
        return new CitationMetrics(
            checks.Count, Share(checks.Count(check => check.Resolves), checks.Count),
            quotes, Share(checks.Sum(check => check.ExactQuotes), quotes),
            sentences, Share(checks.Sum(check => check.NumbersQuoted), sentences));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;
}
