namespace SurvBot.Answers.Checking;

/// <summary>What is so in the draft is so in the backing, and what is not is not.</summary>
internal static class PolarityCheck
{
    // How many words a "not" reaches.
    private const int Reach = 4;

    public static string? Find(Backing backing) => Turned(backing) ?? Unbacked(backing) ?? Undenied(backing) ?? Opposites.Find(backing);

    /// <summary>A word that is denied on one side only.</summary>
    private static string? Turned(Backing backing)
    {
        var draft = backing.Draft.Words;
        var denied = Denied(backing.Draft);
        // Whether each word that stands there is denied there, by its stem.
        var there = backing.Sentences.Select(sentence => sentence.Parts).SelectMany(parts => Denied(parts) is var among ? parts.Words.Select((word, i) => (word.Term, IsDenied: among.Contains(i))) : []).ToLookup(word => word.Term, word => word.IsDenied);
        foreach (var (i, word) in draft.Index().Where(entry => entry.Item.Term.Length > 0))
        {
            if (!SentenceVerbs.IsVerb(draft, i))
                continue;
            if (there.Contains(word.Term) && there[word.Term].All(isDenied => isDenied != denied.Contains(i)))
                return word.Plain;
        }
        return null;
    }

    /// <summary>What the best backing denies, told without any denial.</summary>
    private static string? Undenied(Backing backing)
    {
        if (backing.Sentences.Count == 0 || backing.Draft.Words.Index().Any(entry => IsDenial(backing.Draft.Words, entry.Index) || Opposites.Denies(entry.Item.Plain)))
            return null;
        var source = backing.Sentences[0].Parts.Words;
        for (int i = 0; i < source.Count; i++)
            if (IsDenial(source, i) && source.Skip(i + 1).Where(word => word.Term.Length > 0).Take(2).ToList() is { Count: > 0 } next && next.All(word => backing.Draft.Terms.Match(word.Term) > 0))
                return source[i].Plain;
        return null;
    }

    /// <summary>A "not" that nothing in the backing stands for.</summary>
    private static string? Unbacked(Backing backing)
    {
        static bool Denies(SourceSentence sentence) =>
            sentence.Parts.Words.Any(word => Denials.Contains(word.Plain) || Opposites.Denies(word.Plain)) || sentence.Text.Contains("n't", StringComparison.Ordinal) || sentence.Text.Contains("n’t", StringComparison.Ordinal);
        string? denial = backing.Draft.Words.Select(word => word.Plain).FirstOrDefault(Denials.Contains);
        return denial is null || backing.Sentences.Take(2).Any(Denies) ? null : denial;
    }

    /// <summary>The places of the words that a "not" reaches, to the next comma.</summary>
    private static HashSet<int> Denied(SentenceParts parts)
    {
        var words = parts.Words;
        var denied = new HashSet<int>();
        for (int i = 0; i < words.Count; i++)
            if (IsDenial(words, i))
                for (int at = i - (words[i].Plain == "no" ? 1 : 0); at <= i + Reach - (words[i].Plain == "no" ? 1 : 0) && at < words.Count && !(at > i && parts.Text[words[at - 1].End..words[at].Start].Contains(',', StringComparison.Ordinal)); at++)
                    denied.Add(at);
        return denied;
    }

    private static bool IsDenial(IReadOnlyList<SentenceWord> words, int i) =>
        Denials.Contains(words[i].Plain) || Refusals.Contains(words[i].Plain) || (words[i].Plain == "t" && i > 0 && words[i - 1].Plain.EndsWith('n')) || words[i].Plain is "don" or "won" && i + 1 < words.Count && words[i + 1].Plain == "t";

    private static readonly HashSet<string> Denials = ["not", "never", "no", "none", "neither", "nor", "without", "cannot", "nobody", "nothing", "hardly"];

    private static readonly HashSet<string> Refusals = ["refused", "refuses", "refuse", "declined", "declines", "failed", "fails", "denied", "denies", "deny", "denying", "failing", "refusing", "declining", "stop", "stops", "stopping", "stopped", "ceased", "ban", "bar", "prohibit", "prevent", "block", "bans", "banned", "barred", "prohibits", "prohibited", "prevents", "prevented", "blocks", "blocked", "avoid", "avoided", "avoids", "avoiding", "unable", "lacks", "lacked"];
}
