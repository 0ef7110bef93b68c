using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>What a word that points back points to.</summary>
internal enum Pointed
{
    Person,
    Thing,
    Company,
    Group,
    Place,

    /// <summary>"The second one" of what was listed.</summary>
    Nth,

    /// <summary>"Since then".</summary>
    Moment,

    /// <summary>"That", "the ban": all that was said.</summary>
    Matter,
}

/// <summary>A word of a question that points back to what was said before the question.</summary>
internal sealed partial record Pointing(Pointed Kind, int Start, string Words, bool IsPossessive = false, bool IsAdverb = false)
{
    public int End => Start + Words.Length;

    /// <summary>The first of them that the question itself does not explain, or null.</summary>
    public static Pointing? FirstIn(string asked)
    {
        foreach (Match match in Pointer().Matches(asked))
            if (Of(match, asked) is { } pointing && !IsExplained(pointing, asked))
                return pointing;
        return null;
    }

    /// <summary>Which of <paramref name="count"/> things the ordinal means, or null when there are not so many.</summary>
    public int? Ordinal(int count)
    {
        int at = Words.ToLowerInvariant() switch
        {
            var words when words.Contains("first") || words.Contains("former") => 0,
            var words when words.Contains("second") => 1,
            var words when words.Contains("third") => 2,
            _ => count - 1,
        };
        return count > 1 && at < count ? at : null;
    }

    private static Pointing? Of(Match match, string asked)
    {
        bool Is(string group) => match.Groups[group].Success;
        string after = asked[match.Index..][match.Length..], before = asked[..match.Index];
        if (Is("his") || (Is("her") && NounFollows().IsMatch(after)))
            return new Pointing(Pointed.Person, match.Index, match.Value, IsPossessive: true);
        if (Is("person") || Is("her"))
            return new Pointing(Pointed.Person, match.Index, match.Value);
        if (Is("it") || Is("its"))
            return Is("it") && IsEmptyIt(before, after) ? null : new Pointing(Pointed.Thing, match.Index, match.Value, IsPossessive: Is("its"));
        if (Is("they") || Is("their"))
            return new Pointing(Pointed.Group, match.Index, match.Value, IsPossessive: Is("their"));
        if (Is("nth"))
            return new Pointing(Pointed.Nth, match.Index, match.Value);
        if (Is("then"))
            return new Pointing(Pointed.Moment, match.Groups["then"].Index, match.Groups["then"].Value);
        if (Is("there"))
            return (ExistsBefore().IsMatch(before) && after.Trim(' ', '?').Length > 0) || ExistsAfter().IsMatch(after) ? null : new Pointing(Pointed.Place, match.Index, match.Value, IsAdverb: !InBefore().IsMatch(before));
        if (Is("noun"))
            return OfNoun(match, before, after);
        if (Is("several"))
            return NoNounAfter().IsMatch(after) ? new Pointing(Pointed.Matter, match.Index, match.Value) : null;
        return IsJoint(before, after) ? null : new Pointing(Pointed.Matter, match.Index, match.Value);
    }

    private static Pointing? OfNoun(Match match, string before, string after)
    {
        if (Described().IsMatch(after) || (DescribedByDeed().IsMatch(after) && !AuxiliaryBefore().IsMatch(before)))
            return null;
        var kind = match.Groups["company"].Success ? Pointed.Company : match.Groups["man"].Success ? Pointed.Person : match.Groups["place"].Success ? Pointed.Place : Pointed.Matter;
        bool possessive = after.StartsWith("'s", StringComparison.Ordinal) || after.StartsWith("’s", StringComparison.Ordinal);
        return new Pointing(kind, match.Index, match.Value + (possessive ? after[..2] : ""), possessive);
    }

    /// <summary>
    /// Whether a name before it in the same question is what is meant: "did Amazon sell its …", "did Clearview say it would …".
    /// An object is never its own clause's subject: "did Alibaba invest in it".
    /// </summary>
    private static bool IsExplained(Pointing pointing, string asked)
    {
        string before = asked[..pointing.Start], after = asked[pointing.End..];
        if (Terms.In(before).Count >= EnoughTerms)
            return true;
        if (pointing.Kind is Pointed.Company or Pointed.Matter or Pointed.Moment or Pointed.Nth)
            return false;
        if (pointing.Kind == Pointed.Place)
            return Mention.Names(before).Exists(name => name.Sort == Sort.Place);
        bool explained = Mention.Names(before).Count > 0 || Quoted().IsMatch(before) || PeopleBefore().IsMatch(before);
        return (pointing.IsPossessive && after.StartsWith(" own ", StringComparison.Ordinal) && Terms.In(before).Count > 0) || explained && (pointing.IsPossessive || VerbFollows().IsMatch(after) || JointBefore().IsMatch(before));
    }

    // Who has said so much before pointing has said what is meant.
    private const int EnoughTerms = 4;

    private static bool IsEmptyIt(string before, string after) => (EmptyBefore().IsMatch(before) && after.Trim(' ', '?').Length > 0) || (BeBefore().IsMatch(before) && EmptyAfter().IsMatch(after)) || TakesAfter().IsMatch(after);

    // "That Clearview …" and "that sells …" join clauses; "that?" and "is that legal?" point back.
    private static bool IsJoint(string before, string after) => !IsIt().IsMatch(before) && !(after.Trim().Length == 0 || Alone().IsMatch(after)) && !(AskedOf().IsMatch(before) && !ClauseFollows().IsMatch(after));

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Pronoun = @"(?<his>his)|(?<her>her)|(?<person>he|she|him|hers)|(?<its>its)|(?<it>it|itself)|(?<their>their)|(?<they>they|them)|(?<there>there)";

    private const string Counted = @"the (?<nth>(first|second|third|last|other) (one|company|firm|vendor|city|country|person|man|woman)|former|latter)|(?<nth>(second|third|former|latter)( one)?(?=\W*$))";

    private const string Company = @"(?<company>compan(y|ies)|firms?|start-?ups?|vendors?|manufacturers?|corporation|retailer|chain|agency|tech giant)";

    private const string Man = "(?<man>man|woman|ceo|founder|professor|lawyer|senator|researcher|mayor|judge|politician|author|officer|victim|director|expert|guy)";

    private const string Matter = @"laws?|bills?|act|bans?|rules?|tools?|apps?|systems?|software|algorithm|product|case|lawsuit|suit|ruling|verdict|settlement|deal|round|contract|fine|penalty|study|report|technology|tech"
        + @"|program(me)?|project|database|arrest|decision|order|incident|scandal|hack|leak|breach|raid|trial|pilot|test|investigation|vote|protest";

    private const string Matters = "money|data|photos|images|cameras|people|names|results?|cities|countries|states|places|numbers";

    [GeneratedRegex(
        $@"\b({Pronoun}|{Counted}|(since|before|after|until|by|around|back) (?<then>then)|(the|that|this|these|those|said) (?<noun>{Company}|{Man}|(?<place>city|country|town|place)|{Matter})|(these|those) (?<noun>{Matters})|(?<several>these|those)|this|that)\b"
        + @"(?! (year|month|week|day|morning|summer|winter|autumn|spring|weekend|decade|century|time)\b)",
        Options)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^ (?!(in|at|on|by|for|with|from|since|to|about|when|and|or|say|do|is|was|as)\b)\w", Options)]
    private static partial Regex NounFollows();

    // "The company that …", "the law of Illinois": the question says itself which.
    [GeneratedRegex(@"^('s|’s)? ?(of|on|in|that|which|who|whose|for|against|behind|between|called|named|known|to|at|over|about|where|with|from|by|as|regarding|\p{L}+ (led|made|sold|built|bought|won|passed|signed|announced))\b", Options)]
    private static partial Regex Described();

    [GeneratedRegex(@"^ (used|made|sold|owned|built|run|passed|accused|developed|reporting|discussing|suggesting|highlighting)\b", Options)]
    private static partial Regex DescribedByDeed();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|had|did|does|do|will|would|can|could) $", Options)]
    private static partial Regex AuxiliaryBefore();

    [GeneratedRegex(@"\b(is|are|was|were|be|been|will|would|how many|how much)( \w+)? $", Options)]
    private static partial Regex ExistsBefore();

    [GeneratedRegex(@"^ (is|are|was|were|be|been|any|a|an|no)\b", Options)]
    private static partial Regex ExistsAfter();

    [GeneratedRegex(@"\b(in|from|at|to|near|around) $", Options)]
    private static partial Regex InBefore();

    // "How long does it take to …", "is it legal to …": it means nothing.
    [GeneratedRegex(@"\b(makes?|made|making|finds?|found|considers?) $", Options)]
    private static partial Regex EmptyBefore();

    [GeneratedRegex(@"\b(is|was|be|when|if|whether|that|where|why|how) $", Options)]
    private static partial Regex BeBefore();

    [GeneratedRegex(@"^ ((is |was )?(\w+ )?\w+ (to|that|for|if|when) \w|rain)", Options)]
    private static partial Regex EmptyAfter();

    [GeneratedRegex(@"^ (takes?|took|costs?|means?|matters?) (\w+ ){0,2}(to|that|if) \w", Options)]
    private static partial Regex TakesAfter();

    [GeneratedRegex(@"^ ?(would|will|was|were|is|are|had|has|have|did|does|do|can|could|should|may|might|must|won't|wouldn't|wants?|plans?|made|used|sold|uses|sells|said|says)\b", Options)]
    private static partial Regex VerbFollows();

    [GeneratedRegex(@", (who|what|when|where|why|how|which \w+)( \w+)? (did|does|do|is|are|was|were|has|have|had|can|could|will|would) $|\b(if|when|after|before|because|that|as|until|while|where|once|since|though|says?|said|what|how|why|reason) $|, (did|does|do|is|are|was|were|has|have|had|can|could|will|would) $", Options)]
    private static partial Regex JointBefore();

    [GeneratedRegex(@"[""“‘'][^""”’']{3,}[""”’']", Options)]
    private static partial Regex Quoted();

    // "Why do petro-monarchies buy … their own", "which head of state announced his …": the noun is the antecedent.
    [GeneratedRegex(@"\b(which|what|how many) (?!(of|is|are|was|were|did|does|do|has|have|had|can|could|will|would|about)\b)[\p{L}-]+ (?!(is|are|was|were)( there)? $)|\b(an?|any|some|every|each|many|all|two|three) (?!of\b)[\p{L}-]+ |\b[\p{L}-]{4,}s (do|did|have|are|were|can|say|buy|use|sell|want)\b|\bdo [\p{L}-]{4,}s |\b(somebody|someone|anybody|anyone|people|everyone|nobody|who)\b", Options)]
    private static partial Regex PeopleBefore();

    [GeneratedRegex(@"\b(is|was|were|are|does|did|do|has|will|would|can|could|about|after|before|of|like|with|from|for|to|all|because of|despite) $", Options)]
    private static partial Regex AskedOf();

    // "One of those robot dogs" says which; "what do those do" does not.
    [GeneratedRegex(@"^(\W*$| (is|are|was|were|do|did|have|has|will|can|cost|work|in|at|for|to)\b)", Options)]
    private static partial Regex NoNounAfter();

    [GeneratedRegex(@"^(and |but )?(is|was|isn't|wasn't) $", Options)]
    private static partial Regex IsIt();

    [GeneratedRegex(@"^ (the|a|an|it|he|she|they|[\p{L}]+ (is|are|was|were|has|have|had|will|would|did))\b", Options)]
    private static partial Regex ClauseFollows();

    [GeneratedRegex(@"^ ?([,;)]|(happen(ed)?|mean|means|work|works|cost|affect|apply|change|start|end|legal|true)\b)", Options)]
    private static partial Regex Alone();
}
