using System.Collections.Frozen;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>As much of English verbs as it takes to turn "who banned it" into "when was it banned".</summary>
internal static class Verbs
{
    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    /// <summary>Whether what follows the auxiliary is more of the verb ("has <em>banned</em> it"), not the subject ("has <em>Boston</em> banned it").</summary>
    public static bool FollowAtOnce(string auxiliary, string rest)
    {
        if (auxiliary.ToLowerInvariant() is "did" or "does" or "do" || rest.Length == 0)
            return false;
        string next = rest.Split(' ', 2)[0];
        return Participle(next) == next || next is "been" or "be" or "being" or "not" || next.EndsWith("ing", StringComparison.Ordinal)
            || (Modals.Contains(auxiliary) && char.IsLower(next[0]) && !Determiners.Contains(next));
    }

    /// <summary>Whether <paramref name="word"/> reads as the verb of a subject that ends with <paramref name="before"/>.</summary>
    public static bool IsFinite(string word, string before) =>
        char.IsLower(word[0]) && !Linking.Contains(word)
        && (Participles.ContainsKey(word) || word.EndsWith("ed", StringComparison.Ordinal)
            || (before != "police" && IsPlural(before) != IsPlural(word) && char.IsLower(before[0]) && !Linking.Contains(before)));

    /// <summary>"banned" for "banned", "bans" and "ban"; null for what is known to be no verb or has an unknown form.</summary>
    public static string? Participle(string word)
    {
        string lower = word.ToLowerInvariant();
        if (Participles.TryGetValue(lower, out string? known))
            return known;
        return lower.Length > 3 && lower.EndsWith("ed", StringComparison.Ordinal) ? lower
            : lower is "use" or "uses" or "oppose" or "opposes" or "produce" or "produces" or "operate" or "operates" ? $"{lower.TrimEnd('s')}d"
            : null;
    }

    /// <summary>What the forms of one word share, so that "sold", "selling" and "sells" are one: a stem.</summary>
    public static string KeyOf(string word)
    {
        string plain = word.ToLowerInvariant();
        string known = Participle(plain) ?? (plain.EndsWith("ing", StringComparison.Ordinal) ? Participle(plain[..^3]) : null) ?? plain;
        return Terms.In(known) is [var stem, ..] ? stem : known;
    }

    /// <summary>"Sells cameras" said of several is "sell cameras".</summary>
    public static string Agreeing(string predicate, string subject)
    {
        string verb = predicate.Split(' ', 2)[0];
        return IsPlural(subject) && IsPlural(verb) && !IsAuxiliary(verb) ? verb[..^1] + predicate[verb.Length..] : predicate;
    }

    /// <summary>Whether something is done in what follows an auxiliary and its subject.</summary>
    public static bool HasParticiple(string rest) => rest.Split(' ').Skip(1).Any(word => Participle(word) == word || word.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>Whether a noun speaks of several: by its last letter.</summary>
    public static bool IsPlural(string noun) =>
        noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal) && !noun.EndsWith("is", StringComparison.Ordinal)
        || noun is "people" or "police" or "children" or "women" or "men";

    private static readonly FrozenSet<string> Modals = Set("can could will would should may might must");

    private static readonly FrozenSet<string> Auxiliaries = Set("did does do is are was were has have had can could will would should may might must");

    private static readonly FrozenSet<string> Determiners = Set("the a an this that these those its their his her it they he she we you people police any some all most");

    private static readonly FrozenSet<string> Linking = Set("in of on at for from to by with and or the a an as against behind that which who whose than over under near");

    // Each form that stands in questions, with its participle.
    private static readonly FrozenDictionary<string, string> Participles = (
        "led lead leads=led|bought buy buys=bought|sold sell sells=sold|built build builds=built|made make makes=made|won win wins=won|paid pay pays=paid|lost lose loses=lost|found find finds=found|" +
        "held hold holds=held|brought bring brings=brought|taught teach teaches=taught|sent send sends=sent|spent spend spends=spent|left leave leaves=left|kept keep keeps=kept|told tell tells=told|" +
        "wrote written write writes=written|gave given give gives=given|took taken take takes=taken|chose chosen choose chooses=chosen|stole stolen steal steals=stolen|knew known know knows=known|" +
        "saw seen see sees=seen|broke broken break breaks=broken|withdrew withdrawn withdraw=withdrawn|hid hidden hide hides=hidden|shot shoot shoots=shot|cut cuts=cut|set sets=set|put puts=put|" +
        "run ran runs=run|met meet meets=met|ban bans=banned|own owns=owned|fund funds=funded|sue sues=sued|back backs=backed|develop develops=developed|supply supplies=supplied|test tests=tested").Split('|')
        .Select(pair => pair.Split('=')).SelectMany(pair => pair[0].Split(' ').Select(form => (Form: form, Participle: pair[1]))).ToFrozenDictionary(pair => pair.Form, pair => pair.Participle);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
