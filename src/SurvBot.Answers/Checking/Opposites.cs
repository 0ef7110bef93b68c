using SurvBot.Answers.Understanding.Threads;

namespace SurvBot.Answers.Checking;

/// <summary>Words that turn a statement round when one takes the other's place.</summary>
internal static class Opposites
{
    /// <summary>A word of the draft whose opposite, and nothing like it, stands in the backing.</summary>
    public static string? Find(Backing backing)
    {
        var there = backing.Sentences.SelectMany(sentence => sentence.Parts.Words).Select(word => Key(word.Plain)).ToHashSet();
        var own = backing.Draft.Words.Select(word => Key(word.Plain)).ToHashSet();
        foreach (var word in backing.Draft.Words)
            foreach (var (side, opposite) in Sides[Key(word.Plain)])
                if (!side.Overlaps(there) && opposite.Overlaps(there) && !opposite.Overlaps(own))
                    return word.Plain;
        return null;
    }

    /// <summary>Whether the word says by itself that something is not, or not any more.</summary>
    public static bool Denies(string word) => Denying.Contains(Key(word)) || (word.Length > 5 && (word.StartsWith("un", StringComparison.Ordinal) || word.StartsWith("non", StringComparison.Ordinal) || word.EndsWith("less", StringComparison.Ordinal)));

    private static string Key(string word) => Verbs.KeyOf(word);

    private static readonly (string One, string Other)[] Pairs =
    [
        ("approve approved approval pass passed adopt adopted accept accepted endorse endorsed backed back", "reject rejected refuse refused defeat defeated block blocked veto vetoed decline declined turned"),
        ("allow allowed allows permit permitted legal lawful authorize authorized authorise legalize let", "ban banned bans prohibit prohibited forbid forbidden outlaw outlawed illegal unlawful block blocked barred bar prevent"),
        ("win won victory", "lose lost defeat defeated"),
        ("increase increased rise rose risen grow grew grown climb climbed expand expanded doubled surge surged jumped shot", "decrease decreased fall fell fallen drop dropped decline declined shrink shrank reduce reduced cut halved tumbled slipped slid"),
        ("more", "fewer"),
        ("higher above", "lower below"),
        ("up", "down"),
        ("admit admitted acknowledge acknowledged confirm confirmed concede conceded", "deny denied denies dispute disputed"),
        ("support supported supports back backed favor favored favour praise praised welcome welcomed hail hailed endorse", "oppose opposed opposes criticize criticized criticise criticised condemn condemned denounce slam slammed attack objected"),
        ("start started begin began begun launch launched resume resumed introduce introduced ahead continue continued", "stop stopped end ended halt halted cancel canceled cancelled suspend suspended shut pause paused discontinue abandon abandoned scrap scrapped dropped"),
        ("guilty convicted convict conviction", "innocent acquitted acquit acquittal cleared"),
        ("uphold upheld affirm affirmed", "overturn overturned strike struck reverse reversed annul quash quashed"),
        ("hire hired recruit appointed", "fire fired dismiss dismissed sacked laid resign resigned"),
        ("buy bought purchased acquire acquired", "sell sold"),
        ("join joined enter entered", "leave left quit withdraw withdrew withdrawn exit"),
        ("include included includes", "exclude excluded excludes exempt exempted"),
        ("before", "after"),
        ("accurate correct reliable accurately correctly", "inaccurate incorrect unreliable wrong false wrongly falsely flawed error misidentify misidentified"),
        ("mandatory compulsory required require requires must", "voluntary optional"),
        ("public publicly disclosed disclose reveal revealed", "secret secretly hidden undisclosed confidential"),
        ("majority most", "minority few"),
        ("first", "last final"),
        ("largest biggest highest most", "smallest lowest least"),
        ("safe secure", "unsafe dangerous insecure"),
        ("able", "unable"),
        ("private", "public"),
        ("likely", "unlikely"),
        ("present", "former ex"),
        ("agree agreed agrees", "disagree disagreed refuse refused"),
        ("men male", "women female"),
        ("innocent wrongly", "guilty rightly"),
        ("inside within indoors", "outside beyond outdoors"),
        ("effective successful success succeeded work works worked", "ineffective unsuccessful failure failed fail fails"),
        ("profit profits profitable", "loss losses unprofitable"),
        ("released release freed", "arrested arrest detained detain jailed imprisoned"),
        ("strengthen strengthened tighten tightened", "weaken weakened loosen loosened relax relaxed ease eased"),
        ("delete deleted erase erased", "keep kept retain retained store stored"),
        ("known", "unknown"),
        ("easy easier easily", "hard harder difficult"),
        ("old older", "young younger new"),
        ("best better", "worst worse"),
        ("permanent permanently", "temporary temporarily"),
        ("charged accused indicted", "cleared exonerated acquitted"),
        ("convicted", "dismissed dropped acquitted"),
        ("promoted", "fired demoted dismissed"),
        ("kept retained", "fired dismissed"),
        ("upheld", "revoked repealed overturned"),
        ("understated", "inflated overstated exaggerated"),
        ("rich wealthy", "poor"),
        ("high", "low limited"),
        ("import imported", "export exported"),
        ("supported", "pushed fought"),
        ("inflated overstated", "understated"),
        ("informed told", "unaware unaware"),
    ];

    private static readonly ILookup<string, (HashSet<string> Side, HashSet<string> Opposite)> Sides = Pairs.Select(pair => (One: Keys(pair.One), Other: Keys(pair.Other)))
        .SelectMany(pair => pair.One.Select(word => (word, Side: pair.One, Opposite: pair.Other)).Concat(pair.Other.Select(word => (word, Side: pair.Other, Opposite: pair.One))))
        .ToLookup(entry => entry.word, entry => (entry.Side, entry.Opposite));

    private static readonly HashSet<string> Denying = Keys("ban prohibit forbid reject refuse deny fail block halt stop cancel suspend lack avoid prevent oppose dispute exclude exempt only few little less bar barred illegal unable impossible zero scrap scrapped abandon");

    private static HashSet<string> Keys(string words) => [.. words.Split(' ').Select(Key)];
}
