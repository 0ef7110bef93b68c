using SurvBot.Answers.Claims;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;

namespace SurvBot.Answers.Checking;

/// <summary>The sentences of the cited passages that a drafted sentence rests on, best first.</summary>
/// <param name="Draft">The drafted sentence.</param>
/// <param name="Sentences">Few: what is not among them backs nothing.</param>
/// <param name="Found">How surely each of the drafted words that carry a topic stands there.</param>
internal sealed record Backing(SentenceParts Draft, IReadOnlyList<SourceSentence> Sentences, IReadOnlyList<FoundWord> Found)
{
    private const int MostSentences = 4;

    // What is said around a fact, in words; and how much less of it than the best sentence another may have that backs the fact.
    private const int Around = 5;
    private const double NearlyAsMuch = 0.7;

    // A further sentence must bring this share of the draft's words.
    private const double LeastGain = 0.12;

    // With fewer words in common nobody knows what the fact is said of.
    private const double LeastContext = 2;

    // How surely each word of Found stands in a sentence by itself.
    public required IReadOnlyDictionary<SourceSentence, double[]> Shares { get; init; }

    /// <summary>Whether the draft is one of the sentences, word for word.</summary>
    public bool IsQuote => Sentences.Any(sentence => CitationResolver.Fold(sentence.Text) == CitationResolver.Fold(Draft.Text));

    /// <summary>The share of the drafted words that stand there, 0 to 1.</summary>
    public double Coverage => Found.Count == 0 ? 0 : Found.Average(found => found.Share);

    /// <summary>The sentences that say what the draft says around a fact: one that has the fact in another connection does not back it.</summary>
    /// <param name="start">Where the fact begins in the draft.</param>
    /// <param name="end">Where it ends.</param>
    public IReadOnlyList<SourceSentence> Near(int start, int end)
    {
        var before = Found.Index().Where(found => found.Item.Word.End <= start).TakeLast(Around);
        var context = before.Concat(Found.Index().Where(found => found.Item.Word.Start >= end).Take(Around)).Select(found => found.Index).ToList();
        var scored = Sentences.Select(sentence => (Sentence: sentence, Score: context.Sum(i => Shares[sentence][i]))).ToList();
        double best = scored.Select(entry => entry.Score).DefaultIfEmpty().Max();
        return best < LeastContext ? Sentences : [.. scored.Where(entry => entry.Score >= NearlyAsMuch * best).Select(entry => entry.Sentence)];
    }

    /// <summary>Chooses the sentence that has most of the draft's words, then those that have the most of what is still missing.</summary>
    public static Backing Find(SentenceParts draft, IEnumerable<NumberedPassage> passages, WordMeanings meanings)
    {
        var left = passages.SelectMany(passage => passage.Sentences).ToList();
        var terms = draft.Words.Where(word => word.Term.Length > 0).ToList();
        var shares = left.ToDictionary(sentence => sentence, sentence => terms.Select(term => ShareOf(draft, term, sentence, meanings)).ToArray());
        var covered = new double[terms.Count];
        var chosen = new List<SourceSentence>();
        // Of two sentences that both have all its words, the draft may be one.
        if (left.FirstOrDefault(sentence => CitationResolver.Fold(sentence.Text) == CitationResolver.Fold(draft.Text)) is { } itself)
            left = [itself];
        while (left.Count > 0 && chosen.Count < MostSentences && terms.Count > 0)
        {
            var (best, gain) = left.Select(sentence => (Sentence: sentence, Gain: Gain(shares[sentence], covered) + Facts(draft, sentence, chosen))).MaxBy(entry => entry.Gain);
            if (gain <= 0 || (chosen.Count > 0 && gain < Math.Max(1, LeastGain * terms.Count)))
                break;
            for (int i = 0; i < covered.Length; i++)
                covered[i] = Math.Max(covered[i], shares[best][i]);
            chosen.Add(best);
            left.Remove(best);
        }
        return new Backing(draft, chosen, [.. terms.Zip(covered, (word, share) => new FoundWord(word, share))]) { Shares = shares };
    }

    private static double Gain(double[] found, double[] covered) => found.Zip(covered, (now, before) => Math.Max(0, now - before)).Sum();

    /// <summary>What a sentence brings of the draft's amounts and dates that is still missing counts as much as several words.</summary>
    private static double Facts(SentenceParts draft, SourceSentence sentence, IReadOnlyList<SourceSentence> chosen) =>
        draft.Amounts.Count(amount => Has(sentence, amount) && !chosen.Any(other => Has(other, amount))) + draft.Dates.Count(date => Has(sentence, date) && !chosen.Any(other => Has(other, date)));

    private static bool Has(SourceSentence sentence, Quantity amount) => sentence.Parts.Amounts.Any(other => other.CanHoldWith(amount));

    private static bool Has(SourceSentence sentence, DateMention date) => date.Date is { } when && sentence.Parts.Dates.Any(other => other.Date is { } there && there.Overlaps(when.Start, when.End));

    private static double ShareOf(SentenceParts draft, SentenceWord word, SourceSentence sentence, WordMeanings meanings)
    {
        var parts = sentence.Parts;
        if (draft.Amounts.FirstOrDefault(amount => amount.Span.Start <= word.Start && word.End <= amount.Span.End) is { } amount && parts.Amounts.Any(other => other.CanHoldWith(amount)))
            return 1;
        if (draft.Dates.FirstOrDefault(date => date.Start <= word.Start && word.End <= date.End) is { Date: { } when } && parts.Dates.Any(other => other.Date is { } there && there.Overlaps(when.Start, when.End)))
            return 1;
        return Math.Max(parts.Terms.Match(word.Term), meanings.Of(word, sentence));
    }
}

/// <summary>A word of a draft.</summary>
/// <param name="Word">The word.</param>
/// <param name="Share">1 where it stands in the backing; less for a related form or a near meaning; 0 where neither does.</param>
internal readonly record struct FoundWord(SentenceWord Word, double Share);
