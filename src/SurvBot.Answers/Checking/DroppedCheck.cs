namespace SurvBot.Answers.Checking;

/// <summary>A word that turns what follows it, "not", "may", "X said", is not left out where what follows it is kept.</summary>
internal static class DroppedCheck
{
    // How many words of a sentence are kept where the draft rests on it.
    private const int RestsOn = 2;

    // How far a turning word reaches, in words.
    private const int Reach = 5;

    public static Objection? Find(Alignment alignment)
    {
        foreach (var (sentence, kept) in alignment.Kept)
        {
            var words = sentence.Parts.Words;
            if (kept.Count(at => words[at].Term.Length > 0) < RestsOn)
                continue;
            foreach (var (at, word) in words.Index().Where(entry => !kept.Contains(entry.Index)))
                if (KindOf(words, at) is { } kind && IsNextKept(words, at, kept) && !HasLike(alignment, kind))
                    return new Objection(kind, $"without \"{word.Plain}\"");
            if (Sayings.Governing(sentence.Text, [.. kept.Where(at => words[at].Term.Length > 0).Select(at => words[at].Start)]) is { } said && !Sayings.IsSaid(alignment, sentence))
                return new Objection(ObjectionKind.Hedge, $"without \"{said}\"");
        }
        return null;
    }

    private static bool IsNextKept(IReadOnlyList<SentenceWord> words, int at, HashSet<int> kept)
    {
        int next = Enumerable.Range(at + 1, Math.Max(0, words.Count - at - 1)).FirstOrDefault(i => words[i].Term.Length > 0, -1);
        return next >= 0 && next - at <= Reach && kept.Contains(next);
    }

    /// <summary>Whether the draft turns it in other words.</summary>
    private static bool HasLike(Alignment alignment, ObjectionKind kind)
    {
        var words = alignment.Backing.Draft.Words;
        return alignment.Words.Index().Any(word => word.Item.Sentence is null && (KindOf(words, word.Index) == kind || (kind == ObjectionKind.Hedge && Turning.IsOpen(word.Item.Word.Plain))));
    }

    private static ObjectionKind? KindOf(IReadOnlyList<SentenceWord> words, int at) =>
        Turning.IsDenial(words, at) ? ObjectionKind.Polarity : Turning.IsHedge(words[at]) ? ObjectionKind.Hedge : null;
}
