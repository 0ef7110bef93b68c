using System.Text.RegularExpressions;

namespace SurvBot.Answers.Timelines;

/// <summary>Finds the verb by which a sentence tells that something happened.</summary>
internal static partial class EventVerbs
{
    /// <summary>Where the first such verb stands; null where the sentence tells a state or an opinion.</summary>
    public static int? FirstIn(string sentence) => Verb().Match(sentence) is { Success: true } match ? match.Index : null;

    /// <summary>The first such verb that tells more than "was" and "had"; null where there is none.</summary>
    public static string? Telling(string sentence) => Verb().Matches(sentence).Select(match => match.Value).FirstOrDefault(verb => !Auxiliary.Contains(verb));

    private static readonly HashSet<string> Auxiliary = ["was", "were", "had", "been", "has", "have", "did", "said", "told"];

    // Behind one of these, "-ed" makes an adjective of the verb: "the proposed ban".
    private const string Determiner = "the|a|an|its|their|his|her|our|some|many|more|most|of|so-called|very|highly";

    private const string NoVerb = "(need|indeed|exceed|speed|feed|seed|hundred|based|related|limited|supposed|concerned|interested|detailed|advanced|armed|red|shed|bed|led by)";

    private const string Irregular = "was|were|began|became|bought|brought|built|came|caught|chose|cut|drew|fell|fought|found|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|paid|put|ran|rose|said|saw|sent|set|shook|shot|shut|sold|sought|spent|spoke|spread|stood|struck|sued|taught|threw|told|took|voted|went|withdrew|won|wrote|did|had|been|has|have|overturned";

    // Headlines and leads tell what happened in the present.
    private const string Present = "acquires|agrees|announces|approves|backs|bans|blacklists|blocks|buys|charges|closes|cuts|ends|faces|files|fines|halts|hires|invests|joins|launches|leads|loses|opens|orders|passes|pauses|plans|pulls|raises|reaches|rejects|releases|sells|settles|signs|stops|sues|suspends|unveils|votes|warns|wins|withdraws";

    [GeneratedRegex($@"(?<!-|\b({Determiner})\s+)\b(?!{NoVerb}\b)([a-z]+ed|{Irregular}|{Present})\b(?!-)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();
}
