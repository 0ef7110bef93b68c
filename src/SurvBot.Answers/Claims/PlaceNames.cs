using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims;

/// <summary>Finds countries and American states in a text: a count of one is no count of another.</summary>
/// <remarks>Only names that are hardly ever anything else.</remarks>
internal static partial class PlaceNames
{
    /// <summary>Each once, in one writing.</summary>
    public static IReadOnlySet<string> In(string text) => Name().Matches(text).Select(match => One(match.Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether both name places, and none in common.</summary>
    public static bool AreApart(IReadOnlySet<string> one, IReadOnlySet<string> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    private static string One(string name) => name switch
    {
        "U.S." or "US" or "America" => "United States",
        "U.K." or "UK" or "Britain" => "United Kingdom",
        _ => name,
    };

    private const string States = "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming";

    private const string Countries = @"Afghanistan|Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Bolivia|Bosnia|Botswana|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Denmark|Ecuador|Egypt|El Salvador|Estonia|Ethiopia|Finland|France|Germany|Ghana|Greece|Guatemala|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Libya|Lithuania|Luxembourg|Malaysia|Mali|Malta|Mexico|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tunisia|Turkmenistan|Uganda|Ukraine|United Arab Emirates|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|United States|United Kingdom|U\.S\.|U\.K\.|US|UK|America|Britain";

    [GeneratedRegex($@"(?<![\w.-])({States}|{Countries})(?![\w-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
