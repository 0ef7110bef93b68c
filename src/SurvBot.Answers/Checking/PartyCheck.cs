using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Answers.Checking;

/// <summary>Whoever does something in the draft does it in the backing, too, and is not the one it is done to.</summary>
internal static class PartyCheck
{
    // How far before a participle its auxiliary stands: "was allegedly never fully approved".
    private const int AuxiliaryReach = 4;

    public static string? Find(Backing backing, AliasBook aliases)
    {
        // The first word of a draft has a capital anyway.
        bool IsCommon(string name) => backing.Sentences.Any(sentence => sentence.Parts.Words.Any(word => !word.IsCapitalized && string.Equals(word.Plain, name, StringComparison.OrdinalIgnoreCase)));
        var there = backing.Sentences.SelectMany(sentence => Deeds(sentence.Parts)).ToLookup(deed => deed.Verb.Term);
        foreach (var deed in Deeds(backing.Draft))
            foreach (var told in there[deed.Verb.Term])
                if (Swapped(deed, told, backing.Draft.Names, aliases, IsCommon) is { } name)
                    return $"{name} … {deed.Verb.Plain}";
        return null;
    }

    private static string? Swapped(Deed deed, Deed told, IReadOnlyList<string> all, AliasBook aliases, Func<string, bool> isCommon)
    {
        bool Knows(IReadOnlyList<string> names, string name) => names.Any(other => aliases.AreOne(name, other) || Demonyms.AreOne(name, other));
        foreach (string doer in deed.Doers)
            if (Knows(told.Sufferers, doer) && !Knows(told.Doers, doer))
                return doer;
        foreach (string sufferer in deed.Sufferers)
            if (Knows(told.Doers, sufferer) && !Knows(told.Sufferers, sufferer))
                return sufferer;
        // Somebody else is named as the doer, whom the draft leaves out.
        return deed.Doers.Count == 1 && !isCommon(deed.Doers[0]) && told.Doers.Count > 0 && !Knows(told.Before, deed.Doers[0]) && !told.Doers.Any(doer => Knows(all, doer)) ? deed.Doers[0] : null;
    }

    private static IEnumerable<Deed> Deeds(SentenceParts parts)
    {
        var names = parts.Names.SelectMany(name => Places(parts.Text, name)).OrderBy(name => name.At).ToList();
        int verbBefore = -1;
        foreach (var (i, word) in parts.Words.Index())
        {
            if (!SentenceVerbs.IsVerb(parts.Words, i))
                continue;
            var (from, to) = SentenceVerbs.Clause(parts, i);
            bool isPassive = SentenceVerbs.IsPassive(parts.Words, i, AuxiliaryReach);
            var before = Nearest(parts.Text, [.. names.Where(name => name.At >= from && name.At < word.Start)], isAlone: verbBefore >= from);
            verbBefore = word.Start;
            var after = names.Where(name => name.At > word.End && name.At < to && !parts.Text[word.End..name.At].Contains(',', StringComparison.Ordinal)).ToList();
            var by = after.Where(name => parts.Text[word.End..name.At].Contains(" by ", StringComparison.Ordinal)).Select(name => name.Name).ToList();
            yield return isPassive ? new Deed(word, by, before, by) : new Deed(word, before, [.. after.Take(1).Select(name => name.Name)], [.. names.Where(name => name.At < word.Start).Select(name => name.Name)]);
        }
    }

    /// <summary>The last name, with another that "and" joins to it; alone where the "and" joins two clauses: "sold it to Harwick, and Orvex sold".</summary>
    private static List<string> Nearest(string text, List<(string Name, int At)> names, bool isAlone)
    {
        var near = names.TakeLast(1).Select(name => name.Name).ToList();
        if (!isAlone && names is [.., var one, var last] && one.At + one.Name.Length <= last.At && text[(one.At + one.Name.Length)..last.At].Trim() is "and" or ", and" or "," or "or")
            near.Add(one.Name);
        return near;
    }

    private static IEnumerable<(string Name, int At)> Places(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            yield return (name, at);
    }

    /// <summary>What somebody does to somebody.</summary>
    /// <param name="Verb">The word for it.</param>
    /// <param name="Doers">Who does it.</param>
    /// <param name="Sufferers">To whom.</param>
    /// <param name="Before">All who are named before it, any of whom may be its doer.</param>
    private sealed record Deed(SentenceWord Verb, IReadOnlyList<string> Doers, IReadOnlyList<string> Sufferers, IReadOnlyList<string> Before);
}
