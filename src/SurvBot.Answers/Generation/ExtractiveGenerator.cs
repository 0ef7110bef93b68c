using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Generation;

/// <summary>Writes an answer without any model: the best supported sentences, quoted exactly, in a readable order.</summary>
public static class ExtractiveGenerator
{
    // Five quotes in all, three for a single question; about as many words as a chat message bears.
    private const int MostSentences = 5, SentencesOfASingleAnswer = 3, MostWords = 150;

    // A sentence that stands by itself reads better than one that needs another before it.
    private const double LeaningValue = 0.8;

    // Two sentences that share this much of their words say the same.
    private const double SameWords = 0.6;

    /// <summary>Chooses among the supporting sentences; empty when none can stand by itself.</summary>
    public static Draft Write(GroundingContext context, IReadOnlyList<CandidateSentence> supported)
    {
        int most = context.Question.AsksForSeveral || context.Question.Parts.Count > 0 ? MostSentences : SentencesOfASingleAnswer;
        var chosen = new List<IReadOnlyList<DraftSentence>>();
        foreach (var candidate in Varied(supported))
        {
            if (chosen.Sum(unit => unit.Count) >= most)
                break;
            if (chosen.Any(unit => unit.Any(sentence => SaysTheSame(sentence, candidate))) || Quote(candidate) is not { } quote)
                continue;
            if (chosen.Count > 0 && (chosen.Sum(unit => unit.Count) + quote.Count > most || chosen.Append(quote).Sum(unit => unit.Sum(Words)) > MostWords))
                continue;
            chosen.Add(quote);
        }
        return new Draft(Order(chosen));
    }

    /// <summary>Best first, but a sentence of an article not heard yet comes before another of the same, and one that stands by itself before one that leans.</summary>
    private static IEnumerable<CandidateSentence> Varied(IReadOnlyList<CandidateSentence> supported)
    {
        var heard = new Dictionary<ArticleId, int>();
        return supported.Select(candidate =>
        {
            int times = heard[candidate.Article.IndependenceGroup] = heard.GetValueOrDefault(candidate.Article.IndependenceGroup) + 1;
            return (Candidate: candidate, Value: candidate.Support * Math.Pow(0.9, times - 1) * (Antecedents.IsMissing(candidate.Text) ? LeaningValue : 1));
        }).OrderByDescending(scored => scored.Value).Select(scored => scored.Candidate);
    }

    /// <summary>The sentence, with the one before it when it leans on that; null when that does not help.</summary>
    private static IReadOnlyList<DraftSentence>? Quote(CandidateSentence candidate)
    {
        var own = new DraftSentence(candidate, candidate.Span, false);
        if (!Antecedents.IsMissing(candidate.Text))
            return [own];
        if (candidate.Ordinal == 0)
            return null;
        var before = candidate.ArticleText.Sentences[candidate.Ordinal - 1];
        var context = new DraftSentence(candidate, before.Span, true);
        return before.IsQuotable && !Antecedents.IsMissing(context.Text) ? [context, own] : null;
    }

    private static bool SaysTheSame(DraftSentence sentence, CandidateSentence candidate)
    {
        if (IsSame(sentence, new DraftSentence(candidate, candidate.Span, false)))
            return true;
        var own = TermSet.Of(sentence.Text).All;
        var other = candidate.Sentence.Terms.All;
        int shared = own.Intersect(other).Count();
        return shared >= SameWords * Math.Min(own.Count, other.Count);
    }

    /// <summary>The best first, with what leans on it; then article by article, each in its own order.</summary>
    private static IReadOnlyList<DraftSentence> Order(List<IReadOnlyList<DraftSentence>> units)
    {
        if (units.Count == 0)
            return [];
        var articles = units.Select(unit => unit[0].Source.Article.Id).Distinct().ToList();
        var rest = units.Skip(1).OrderByDescending(unit => IsSame(unit[0], units[0][^1])).ThenBy(unit => articles.IndexOf(unit[0].Source.Article.Id)).ThenBy(unit => unit[0].Span.Start).SelectMany(unit => unit);
        return [.. units[0].Concat(rest).DistinctBy(sentence => (sentence.Source.Article.Id, sentence.Span))];
    }

    private static bool IsSame(DraftSentence one, DraftSentence other) => one.Source.Article.Id == other.Source.Article.Id && one.Span == other.Span;

    private static int Words(DraftSentence sentence) => sentence.Text.Count(c => c == ' ') + 1;
}
