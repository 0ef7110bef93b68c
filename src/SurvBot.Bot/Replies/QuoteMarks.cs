using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Text;

namespace SurvBot.Bot.Replies;

/// <summary>Finds what to look at in a quote: the words of the question, and the names and figures, one of which mostly answers it.</summary>
internal static partial class QuoteMarks
{
    /// <summary>Stretches of <paramref name="quote"/> in order; neighbours are one stretch.</summary>
    public static IReadOnlyList<QuoteMark> In(string quote, string question) => Join([.. Words(quote, question), .. Names(quote), .. Figures(quote)], quote);

    private static List<QuoteMark> Words(string quote, string question)
    {
        var asked = Terms.In(question).ToHashSet(StringComparer.Ordinal);
        var marks = new List<QuoteMark>();
        var words = new Tokenizer(quote);
        while (words.MoveNext())
            if (Terms.Of(words.Word) is { Length: > 0 } term && asked.Contains(term.ToString()))
                marks.Add(new QuoteMark(words.Start, words.End));
        return marks;
    }

    private static IEnumerable<QuoteMark> Names(string quote) =>
        from name in NameMentions.In(quote)
        from match in Regex.Matches(quote, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant)
        select new QuoteMark(match.Index, match.Index + match.Length);

    private static IEnumerable<QuoteMark> Figures(string quote) => Figure().Matches(quote).Select(match => new QuoteMark(match.Index, match.Index + match.Length));

    private static List<QuoteMark> Join(IEnumerable<QuoteMark> marks, string quote)
    {
        var joined = new List<QuoteMark>();
        foreach (var mark in marks.OrderBy(mark => mark.Start))
            if (joined.Count > 0 && IsNextTo(joined[^1], mark, quote))
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, mark.End) };
            else
                joined.Add(mark);
        return joined;
    }

    private static bool IsNextTo(QuoteMark before, QuoteMark mark, string quote) => mark.Start <= before.End || quote.AsSpan(before.End, mark.Start - before.End).Trim(" -").IsEmpty;

    /// <summary>"40", "2,000", "$600 million", "3.5%".</summary>
    [GeneratedRegex(@"[$€£¥]?\d[\d,.]*(?<![,.])(%|\s(million|billion|trillion|percent)\b)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
