using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Checking;

/// <summary>A drafted sentence laid over its backing, word by word: what was kept, in which order, what was left out between, and what is new.</summary>
/// <remarks>
/// Sentence compression keeps words and their order, and so does whoever follows the prompt. The best way to lay one over the other is found as
/// the most probable path of a hidden Markov model is (Viterbi, 1967): a step to the next word is free, a leap or a turn back has its price.
/// </remarks>
internal sealed class Alignment
{
    // What a word that is laid upon its like is worth, and what one that is laid nowhere costs.
    private const double Topic = 1, Link = 0.25, Related = 0.7, NewTopic = 0.6, NewLink = 0.1;

    // Of a step that leaves words out, a turn back, and a step into another sentence.
    private const double Leap = 0.05, LeapByWord = 0.02, FarthestLeap = 10, Turn = 0.7, OtherSentence = 0.5;

    private Alignment(Backing backing, IReadOnlyList<AlignedWord> words) => (Backing, Words) = (backing, words);

    public Backing Backing { get; }

    /// <summary>The drafted words in order.</summary>
    public IReadOnlyList<AlignedWord> Words { get; }

    /// <summary>The sentences that words are laid upon, each with the places of those words.</summary>
    public IEnumerable<(SourceSentence Sentence, HashSet<int> Kept)> Kept =>
        Words.Where(word => word.Sentence is not null).GroupBy(word => word.Sentence!).Select(group => (group.Key, group.Select(word => word.At).ToHashSet()));

    /// <summary>The words of the backing that stand where a drafted word is: between those that its neighbours are laid upon. Empty where these are not of one place.</summary>
    public IEnumerable<AlignedWord> InPlaceOf(int i)
    {
        int before = i - 1, after = i + 1;
        // A name of several words stands in one place.
        bool IsOfIt(int at) => Words[at].Sentence is null || (Words[at].Word.IsCapitalized && Words[at].Word.Term.Length > 0 && Words[i].Word.IsCapitalized && Math.Abs(at - i) < LongestName);
        while (before >= 0 && IsOfIt(before))
            before--;
        while (after < Words.Count && IsOfIt(after))
            after++;
        var (left, right) = (before >= 0 ? Words[before] : default, after < Words.Count ? Words[after] : default);
        var sentence = left.Sentence ?? right.Sentence;
        if (sentence is null || (left.Sentence is not null && right.Sentence is not null && (left.Sentence != right.Sentence || right.At - left.At - 1 is < 1 or > WidestPlace)))
            return [];
        int from = left.Sentence is null ? Math.Max(0, right.At - WidestPlace) : left.At + 1, to = right.Sentence is null ? Math.Min(sentence.Parts.Words.Count, left.At + WidestPlace) : right.At;
        return sentence.Parts.Words.Index().Take(to).Skip(from).Select(word => new AlignedWord(word.Item, sentence, word.Index));
    }

    // Words that one other may stand for.
    private const int WidestPlace = 6;

    // Words of a name, nearly always.
    private const int LongestName = 4;

    public static Alignment Of(Backing backing)
    {
        var places = backing.Sentences.SelectMany(sentence => sentence.Parts.Words.Select((word, at) => new Place(sentence, at, word))).ToList();
        var words = backing.Draft.Words;
        // The best score of the words so far with the last one that is laid anywhere at each place; behind the last place: nowhere yet.
        double[] best = new double[places.Count + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[places.Count] = 0;
        int[][] from = new int[words.Count][];
        for (int i = 0; i < words.Count; i++)
            (best, from[i]) = Step(backing.Draft, words[i], places, best);
        return new Alignment(backing, Trace(words, places, from, Array.IndexOf(best, best.Max())));
    }

    /// <summary>The scores with one word more, and for each place where it was come from; itself where the word is laid nowhere.</summary>
    private static (double[] Best, int[] From) Step(SentenceParts draft, SentenceWord word, List<Place> places, double[] before)
    {
        double price = word.Term.Length > 0 ? NewTopic : NewLink;
        double[] best = [.. before.Select(score => score - price)];
        int[] from = [.. Enumerable.Repeat(Nowhere, best.Length)];
        int[] known = [.. Enumerable.Range(0, before.Length).Where(place => !double.IsNegativeInfinity(before[place]))];
        for (int at = 0; at < places.Count; at++)
        {
            double worth = Worth(draft, word, places[at]);
            if (worth == 0)
                continue;
            foreach (int place in known)
                if (before[place] + worth - Price(place < places.Count ? places[place] : null, places[at]) is var score && score > best[at])
                    (best[at], from[at]) = (score, place);
        }
        return (best, from);
    }

    // In place of where a word was come from: it is laid nowhere.
    private const int Nowhere = -1;

    private static AlignedWord[] Trace(IReadOnlyList<SentenceWord> words, List<Place> places, int[][] from, int last)
    {
        var laid = new AlignedWord[words.Count];
        for (int i = words.Count - 1, at = last; i >= 0; i--)
        {
            int before = from[i][at];
            laid[i] = before == Nowhere ? new AlignedWord(words[i], null, -1) : new AlignedWord(words[i], places[at].Sentence, places[at].At);
            at = before == Nowhere ? at : before;
        }
        return laid;
    }

    private static double Price(Place? from, Place to) =>
        from is not { } before ? 0
        : before.Sentence != to.Sentence ? OtherSentence
        : to.At <= before.At ? Turn
        : to.At == before.At + 1 ? 0
        : Leap + LeapByWord * Math.Min(FarthestLeap, to.At - before.At - 1);

    private static double Worth(SentenceParts draft, SentenceWord word, Place place)
    {
        var other = place.Word;
        if (word.Plain == other.Plain)
            return word.Term.Length > 0 ? Topic : Link;
        if (IsOneAmount(draft, word, place) || IsOneDate(draft, word, place))
            return Topic * Related;
        if (word.Term.Length == 0 || other.Term.Length == 0)
            return 0;
        if (word.Term == other.Term || Demonyms.Of(word.Plain) == Demonyms.Of(other.Plain) || Demonyms.AreOne(word.Plain, other.Plain))
            return Topic;
        if (Synonyms.AreOne(word.Plain, other.Plain))
            return Topic * Related;
        return word.Plain[0] == other.Plain[0] && new TermSet([other.Term]).Match(word.Term) > 0 ? Topic * Related : 0;
    }

    private static bool IsOneAmount(SentenceParts draft, SentenceWord word, Place place) =>
        draft.Amounts.FirstOrDefault(amount => amount.Span.Start <= word.Start && word.End <= amount.Span.End) is { } own
        && place.Sentence.Parts.Amounts.Any(amount => amount.Span.Start <= place.Word.Start && place.Word.End <= amount.Span.End && amount.CanHoldWith(own));

    private static bool IsOneDate(SentenceParts draft, SentenceWord word, Place place) =>
        draft.Dates.FirstOrDefault(date => date.Start <= word.Start && word.End <= date.End) is { Date: { } when }
        && place.Sentence.Parts.Dates.Any(date => date.Start <= place.Word.Start && place.Word.End <= date.End && date.Date is { } there && there.Overlaps(when.Start, when.End));

    /// <summary>A word of a sentence that the draft may rest on.</summary>
    private readonly record struct Place(SourceSentence Sentence, int At, SentenceWord Word);
}

/// <summary>A drafted word and the word of the backing that it is laid upon.</summary>
/// <param name="Word">The drafted word.</param>
/// <param name="Sentence">Where its like stands; null for a word that is new.</param>
/// <param name="At">The place of its like among that sentence's words.</param>
internal readonly record struct AlignedWord(SentenceWord Word, SourceSentence? Sentence, int At);
