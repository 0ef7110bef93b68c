using System.Text.RegularExpressions;
using SurvBot.Answers.Conflicts;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Generation;

/// <summary>Writes an answer without any model: the best supported sentences, quoted exactly, in a readable order.</summary>
public static partial class ExtractiveGenerator
{
    // Five quotes in all, three for a single question, besides what introduces them; about as many words as a chat message bears.
    private const int MostSentences = 5, SentencesOfASingleAnswer = 3, MostWords = 160;

    // How far back a sentence's antecedent is looked for.
    private const int MostContext = 2;

    // After the best one, a sentence that stands by itself reads better than one that needs another before it.
    private const double LeaningValue = 0.8;

    // Another voice is worth more than more of the same one; the other side of a comparison much more.
    private const double HeardValue = 0.9, MissingNameValue = 2;

    // Two sentences that share this much of their words say the same.
    private const double SameWords = 0.6;

    /// <summary>Chooses among the supporting sentences; empty when none can stand by itself.</summary>
    /// <param name="context">What was found and read.</param>
    /// <param name="supported">The sentences that may answer, best first.</param>
    /// <param name="values">What is quoted in any case: the values that disagree first, and after the best sentence those of other moments.</param>
    public static Draft Write(GroundingContext context, IReadOnlyList<CandidateSentence> supported, FoundValues values)
    {
        var told = values.Positions.Concat(values.Developments).Select(position => position.Best.Sentence).Distinct().ToList();
        if (!values.Disagree && supported.FirstOrDefault(CanBeQuoted) is { } best)
            told = [.. told.Prepend(best).Distinct()];
        int most = context.Question.AsksForSeveral || context.Question.Parts.Count > 0 ? MostSentences : SentencesOfASingleAnswer;
        var chosen = told.Select(Quote).OfType<IReadOnlyList<DraftSentence>>().ToList();
        foreach (var candidate in Varied(supported, context.Question))
        {
            if (chosen.Count >= most)
                break;
            if (chosen.Any(unit => unit.Any(sentence => SaysTheSame(sentence, candidate))) || Quote(candidate) is not { } quote || Repeats(quote, chosen))
                continue;
            if (chosen.Count > 0 && chosen.Append(quote).Sum(unit => unit.Sum(Words)) > MostWords)
                continue;
            chosen.Add(quote);
        }
        return new Draft(Order(context.Question.AsksForLatest ? NewestFirst(chosen) : chosen));
    }

    /// <summary>
    /// Best first, but a sentence of an article not heard yet comes before another of the same, one that stands by itself before one that leans,
    /// and where several things are asked for, one about a name that is still missing before one about a name that was spoken of.
    /// </summary>
    private static IEnumerable<CandidateSentence> Varied(IReadOnlyList<CandidateSentence> supported, ReadQuestion question)
    {
        var left = supported.ToList();
        var heard = new Dictionary<ArticleId, int>();
        var missing = question.AsksForSeveral && question.Names.Count > 1 ? question.Names.ToHashSet() : [];
        double ValueOf(CandidateSentence candidate) => candidate.Support
            * Math.Pow(HeardValue, heard.GetValueOrDefault(candidate.Article.IndependenceGroup))
            * (heard.Count > 0 && Antecedents.IsMissing(candidate.Text) ? LeaningValue : 1)
            * (missing.Any(name => IsAbout(candidate, name)) ? MissingNameValue : 1);
        while (left.Count > 0)
        {
            var next = left.MaxBy(ValueOf)!;
            left.Remove(next);
            heard[next.Article.IndependenceGroup] = heard.GetValueOrDefault(next.Article.IndependenceGroup) + 1;
            missing.RemoveWhere(name => IsAbout(next, name));
            yield return next;
        }
    }

    private static bool IsAbout(CandidateSentence candidate, string name) => candidate.Text.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence, with what comes before it while that is leant on; null when that does not help.</summary>
    private static List<DraftSentence>? Quote(CandidateSentence candidate)
    {
        var quote = new List<DraftSentence> { DraftSentence.Quote(candidate, candidate.Span, false) };
        while (Antecedents.IsMissing(quote[0].Text))
        {
            int before = candidate.Ordinal - quote.Count;
            if (before < 0 || quote.Count > MostContext || !candidate.ArticleText.Sentences[before].IsQuotable)
                return null;
            quote.Insert(0, DraftSentence.Quote(candidate, candidate.ArticleText.Sentences[before].Span, true));
        }
        return quote;
    }

    /// <summary>Whether the sentence can be quoted so that it is understood.</summary>
    public static bool CanBeQuoted(CandidateSentence candidate) => Quote(candidate) is not null;

    // What introduces a sentence may be the very words of another article, which nobody wants to read twice.
    private static bool Repeats(List<DraftSentence> quote, List<IReadOnlyList<DraftSentence>> chosen) =>
        chosen.Any(unit => unit.Any(sentence => quote.Any(own => own.Text == sentence.Text && !IsSame(own, sentence))));

    private static bool SaysTheSame(DraftSentence sentence, CandidateSentence candidate)
    {
        if (IsSame(sentence, DraftSentence.Quote(candidate, candidate.Span, false)))
            return true;
        var own = TermSet.Of(sentence.Text).All;
        var other = candidate.Sentence.Terms.All;
        int shared = own.Intersect(other).Count();
        return shared >= SameWords * Math.Min(own.Count, other.Count) && !BringsAFigure(sentence.Text, candidate.Text);
    }

    /// <summary>Whether the second has a figure that the first has not: "42 agencies" and "20 of them" are two facts in the same words.</summary>
    private static bool BringsAFigure(string known, string text) =>
        Figure().Matches(text).Any(figure => !Figure().Matches(known).Any(other => other.Value == figure.Value));

    // Of the latest state the newest evidence tells most, even where an older article has it in more fitting words.
    private static List<IReadOnlyList<DraftSentence>> NewestFirst(List<IReadOnlyList<DraftSentence>> units) =>
        [.. units.OrderByDescending(unit => unit[0].Article.PublishedAt?.Start)];

    /// <summary>The best first, with what leans on it; then article by article, each in its own order.</summary>
    private static IReadOnlyList<DraftSentence> Order(List<IReadOnlyList<DraftSentence>> units)
    {
        if (units.Count == 0)
            return [];
        var articles = units.Select(unit => unit[0].Article.Id).Distinct().ToList();
        var rest = units.Skip(1).OrderByDescending(unit => IsSame(unit[0], units[0][^1])).ThenBy(unit => articles.IndexOf(unit[0].Article.Id)).ThenBy(unit => unit[0].Span.Start).SelectMany(unit => unit);
        return [.. units[0].Concat(rest).DistinctBy(sentence => (sentence.Article.Id, sentence.Span))];
    }

    private static bool IsSame(DraftSentence one, DraftSentence other) => one.Article.Id == other.Article.Id && one.Span == other.Span;

    [GeneratedRegex(@"\d[\d,.]*(?<![,.])", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    private static int Words(DraftSentence sentence) => sentence.Text.Count(c => c == ' ') + 1;
}
