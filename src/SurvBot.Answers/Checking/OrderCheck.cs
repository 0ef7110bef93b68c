namespace SurvBot.Answers.Checking;

/// <summary>Words that the draft has in another order than its backing say another thing, unless they are a part that can stand anywhere: when, where, who says so.</summary>
internal static class OrderCheck
{
    public static string? Find(Alignment alignment)
    {
        var runs = RunsOf(alignment);
        for (int i = 1; i < runs.Count; i++)
            for (int j = 0; j < i; j++)
                if (runs[i].Sentence == runs[j].Sentence && !runs[i].IsMovable && !runs[j].IsMovable)
                    foreach (var later in runs[i].Words)
                        foreach (var earlier in runs[j].Words)
                            if (later.At < earlier.At && TellsOtherwise(later, earlier, runs))
                                return $"order: {earlier.Word.Plain} … {later.Word.Plain}";
        return null;
    }

    /// <summary>Who does what to whom hangs on the order of a verb and what stands beside it, and of two names.</summary>
    private static bool TellsOtherwise(Laid one, Laid other, List<Run> runs) =>
        one.IsVerb ? !one.IsTurned && !other.IsVerb
        : other.IsVerb ? !other.IsTurned
        // Whoever is named in a sentence that was turned from active to passive is looked at as its doer or sufferer.
        : one.Word.IsCapitalized && other.Word.IsCapitalized && !runs.Any(run => run.Words.Any(word => word.IsTurned));

    private static List<Run> RunsOf(Alignment alignment)
    {
        var runs = new List<Run>();
        var draft = alignment.Backing.Draft.Words;
        foreach (var (i, word) in alignment.Words.Index().Where(entry => entry.Item.Sentence is not null && entry.Item.Word.Term.Length > 0))
        {
            var there = word.Sentence!.Parts.Words;
            bool isSaying = Saying.Contains(word.Word.Plain), isVerb = !isSaying && (SentenceVerbs.IsVerb(draft, i) || SentenceVerbs.IsVerb(there, word.At));
            var laid = new Laid(word.Word, word.At, isVerb, isVerb && SentenceVerbs.IsPassive(draft, i, AuxiliaryReach) != SentenceVerbs.IsPassive(there, word.At, AuxiliaryReach));
            if (runs.Count > 0 && runs[^1] is var last && last.Sentence == word.Sentence && word.At > last.Words[^1].At)
                last.Words.Add(laid);
            else
                runs.Add(new Run(word.Sentence, [laid], IsLinked(alignment, i)));
        }
        return runs;
    }

    /// <summary>Whether a drafted word has the preposition before it that it has where it comes from.</summary>
    private static bool IsLinked(Alignment alignment, int i)
    {
        var word = alignment.Words[i];
        var there = word.Sentence!.Parts.Words.Take(word.At).Reverse().TakeWhile(other => other.Term.Length == 0).Select(other => other.Plain).Where(Prepositions.Contains);
        return Prepositions.Contains(word.Word.Plain) || alignment.Words.Take(i).Reverse().TakeWhile(other => other.Word.Term.Length == 0).Any(other => there.Contains(other.Word.Plain));
    }

    // How far before a participle its auxiliary stands: "was allegedly never fully approved".
    private const int AuxiliaryReach = 4;

    private const int LongestSayer = 7;

    private static readonly HashSet<string> Prepositions = [.. "in on at by for from since until during under with within over across of as to after before through amid".Split(' ')];

    private static readonly HashSet<string> Conjunctions = [.. "and but while because after before when as although though whereas so".Split(' ')];

    private static readonly HashSet<string> Saying = [.. "said says say told wrote writes added stated reported reports".Split(' ')];

    /// <summary>A word that is laid upon its like.</summary>
    /// <param name="Word">In the draft.</param>
    /// <param name="At">Its place in its sentence.</param>
    /// <param name="IsVerb">Whether something is done by it.</param>
    /// <param name="IsTurned">Whether that is active here and passive there.</param>
    private readonly record struct Laid(SentenceWord Word, int At, bool IsVerb, bool IsTurned);

    /// <summary>Words that stand in the draft one after the other as they do in their sentence.</summary>
    private readonly record struct Run(SourceSentence Sentence, List<Laid> Words, bool IsLinked)
    {
        /// <summary>Whether it goes with its preposition, or tells who says the rest.</summary>
        public bool IsMovable => IsLinked || IsClause || Words[0].Word.Plain == "according"
            || (Words.Count is > 1 and <= LongestSayer && (Saying.Contains(Words[^1].Word.Plain) || (Saying.Contains(Words[0].Word.Plain) && Words.Skip(1).All(word => word.Word.IsCapitalized))));

        /// <summary>Whether it is all of a clause, which may stand before or after another.</summary>
        private bool IsClause
        {
            get
            {
                var there = Sentence.Parts.Words;
                int first = Words[0].At, kept = Words.Count;
                bool isWhole = there.Skip(first).Take(Words[^1].At - first + 1).Count(word => word.Term.Length > 0) == kept;
                return isWhole && Words.Count > 1 && Words.Any(word => word.IsVerb) && (first == 0 || Conjunctions.Contains(there[first - 1].Plain) || (first == 1 && there[0].Term.Length == 0));
            }
        }
    }
}
