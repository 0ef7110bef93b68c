using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Tells by its form and a few lists what kind of thing a name or noun stands for.</summary>
internal static partial class Sorts
{
    /// <summary>The kind of a proper name.</summary>
    public static Sort Of(string name) =>
        Places.Holds(name) ? Sort.Place
        : Acronym().IsMatch(name) ? Sort.Acronym
        : IsSurelyPerson(name) || (TwoPlainWords().IsMatch(name) && !Organisation().IsMatch(name)) ? Sort.Person
        : Sort.Name;

    /// <summary>Whether the name begins as people's names do; two plain words alone may also be a company ("Rite Aid").</summary>
    public static bool IsSurelyPerson(string name) => GivenName().IsMatch(name);

    /// <summary>Common nouns of the field, in order.</summary>
    public static IReadOnlyList<Mention> Subjects(string text) => [.. Nouns().Matches(text).Select(match => new Mention(match.Value, match.Index, SortOf(match)))];

    private static Sort SortOf(Match match) =>
        match.Groups["technology"].Success ? Sort.Technology
        : match.Groups["venue"].Success ? Sort.Venue
        : match.Groups["user"].Success ? Sort.User
        : match.Groups["polity"].Success ? Sort.Polity
        : Sort.People;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[A-Z][A-Z0-9&]{1,6}$", Options)]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^[A-Z]\p{Ll}+( [A-Z]\.?)?( [A-Z][\p{L}'’-]+){1,2}$", Options)]
    private static partial Regex TwoPlainWords();

    [GeneratedRegex(@"\b(AI|Inc|Corp|Company|Group|Holdings|Systems?|Technolog(y|ies)|Solutions|Security|Safety|Labs?|Network|Networks|Data|Police|Department|Office|Ministry|Bureau|Agency|Commission|Court|Council|Parliament|Congress|Senate|Union|University|College|Institute|School|Foundation|Association|Center|Centre|Project|Program|Act|Law|Bill|Garden|Airport|Airlines|Border|Street|City|County|Times|Post|News|Watch|Light|Green|Smart|Vision|Depot|Motors|Media|Home|Control|Enforcement|Customs|Force|Services?|World|International|National|Federal|Big|New|General|Digital|Open|Face|Facial)\b", Options)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Judge|Senator|Sheriff|Mayor|Professor|President)\b|^(Aaron|Adam|Alan|Albert|Alex|Alice|Alvaro|Amy|Andrew|Angela|Ann|Anna|Anne|Anthony|Barack|Ben|Bernie|Bill|Bob|Boris|Brad|Brian|Carl|Carol|Caroline|Catherine|Charles|Chris|Christian|Christopher|Clare|Claire|Daniel|David|Deborah|Donald|Ed|Edward|Elizabeth|Elon|Emily|Emma|Eric|Evan|Frank|George|Gary|Greg|Hannah|Helen|Henry|Ian|Jack|James|Jamie|Jane|Jason|Jeff|Jennifer|Jeremy|Jessica|Jim|Joe|Joel|John|Jonathan|Joseph|Joshua|Joy|Julia|Julie|Justin|Karen|Kate|Katherine|Keith|Kelly|Kenneth|Kevin|Larry|Laura|Linda|Lisa|Liz|Luke|Margaret|Maria|Marie|Mark|Martin|Mary|Matt|Matthew|Megan|Meredith|Michael|Michelle|Mike|Nancy|Nicholas|Nick|Oliver|Pamela|Patricia|Patrick|Paul|Peter|Phil|Philip|Rachel|Ralph|Rebecca|Richard|Rick|Robert|Robin|Roger|Ron|Ruth|Ryan|Sam|Samuel|Sandra|Sarah|Scott|Sean|Sharon|Shoshana|Simon|Sophie|Stephen|Steve|Steven|Stuart|Sue|Susan|Tim|Timothy|Timnit|Tom|Thomas|Tony|Vladimir|Walter|Wendy|William|Xi|Zach) [A-Z]", Options)]
    private static partial Regex GivenName();

    [GeneratedRegex(
        @"\b(?<technology>(live |real-time )?(facial|face|emotion|gait|voice|iris|speech|affect)[ -]recognition( technology| software| systems?| cameras?)?|(live )?facial surveillance|(license|licence|number) ?plate (readers?|cameras?|recognition)|(body|doorbell|surveillance|security|speed|traffic|thermal|police)[ -](worn )?cameras?|CCTV|predictive policing|social credit( systems?| scores?)?|location data|geofence warrants|gunshot detect(ion|ors)|smart (glasses|doorbells|speakers|streetlights)|robot dogs?|polygraphs|drones?|robots?|spyware|deepfakes?|fingerprint(s|ing)|biometrics|chatbots?|stingrays|wiretaps|cookies|cameras)\b"
        + @"|\b(?<venue>schools|airports?|stadiums|hospitals|shops|stores|supermarkets|casinos|hotels|prisons|streets|parks|churches|workplaces|offices|stations|subways|metros|trains|buses|classrooms|borders?|concerts|malls|universities|factories|homes|pharmacies|banks|restaurants|bars|playgrounds)\b"
        + @"|\b(?<user>police|sheriffs|retailers|landlords|employers|insurers|armies|militaries|the (army|military)|companies|startups|start-ups|agencies|advertisers|governments|schools boards|immigration agents|prosecutors)\b"
        + @"|\b(?<polity>cities|states|countries|towns|counties|provinces|regions)\b"
        + @"|\b(?<people>children|kids|students|pupils|workers|employees|women|men|protesters|migrants|refugees|teachers|tenants|prisoners|travellers|travelers|drivers|shoppers|patients|minors|adults|journalists|activists|tourists|passengers|voters)\b",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Nouns();
}
