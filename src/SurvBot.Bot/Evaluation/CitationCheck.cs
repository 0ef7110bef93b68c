using System.Globalization;
using System.Text.RegularExpressions;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Evaluation;

/// <summary>How well one answer keeps the contract's promises about its citations.</summary>
/// <param name="Resolves">Every [n] of the text has its citation and every citation its [n].</param>
/// <param name="Quotes">Quotes there are.</param>
/// <param name="ExactQuotes">Quotes that equal the stored body at their offsets.</param>
/// <param name="SentencesWithNumbers">Supported sentences that have a number in them.</param>
/// <param name="NumbersQuoted">Those whose numbers all stand in their quotes.</param>
public sealed partial record CitationCheck(bool Resolves, int Quotes, int ExactQuotes, int SentencesWithNumbers, int NumbersQuoted)
{
    /// <summary>Checks <paramref name="answer"/> against the stored <paramref name="bodies"/>.</summary>
    public static CitationCheck Of(Answer answer, IReadOnlyDictionary<ArticleId, string> bodies)
    {
        var quotes = answer.Citations.SelectMany(citation => citation.Quotes.Select(quote => (citation.ArticleId, Quote: quote))).ToList();
        var numbered = answer.Sentences.Where(sentence => sentence.Support == Support.Supported).Select(sentence => (sentence, Numbers: Numbers(sentence.Text))).Where(sentence => sentence.Numbers.Count > 0).ToList();
        return new CitationCheck(
            Markers(answer.Text).SetEquals(answer.Citations.Select(citation => citation.N)),
            quotes.Count,
            quotes.Count(quote => bodies.TryGetValue(quote.ArticleId, out string? body) && IsExact(quote.Quote, body)),
            numbered.Count,
            numbered.Count(sentence => sentence.Numbers.IsSubsetOf(QuotedNumbers(answer, sentence.sentence))));
    }

    private static bool IsExact(Quote quote, string body) =>
        quote.Start >= 0 && quote.End <= body.Length && quote.Start <= quote.End && body.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text);

    private static HashSet<int> Markers(string text) => [.. Marker().Matches(text).Select(marker => int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    private static HashSet<string> QuotedNumbers(Answer answer, AnswerSentence sentence) =>
        Numbers(string.Join('\n', answer.Citations.Where(citation => sentence.Citations.Contains(citation.N)).SelectMany(citation => citation.Quotes).Select(quote => quote.Text)));

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(Marker().Replace(text, "")).Select(number => number.Value.Replace(",", "", StringComparison.Ordinal))];

    [GeneratedRegex(@"\[(\d{1,4})\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\d+(?:,\d{3})*(?:\.\d+)?")]
    private static partial Regex Number();
}
