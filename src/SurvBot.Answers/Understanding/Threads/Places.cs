using System.Collections.Frozen;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Names of places that news of surveillance speaks of: continents, countries, states and large cities.</summary>
/// <remarks>A place that is missing is taken for a name of unknown sort: it replaces the question's first name instead of its place.</remarks>
internal static class Places
{
    /// <summary>Whether the whole of <paramref name="name"/> is a place.</summary>
    public static bool Holds(string name) => Names.Contains(name.Replace(".", "", StringComparison.Ordinal).Trim());

    private static readonly FrozenSet<string> Names = (
        "Africa|Asia|Europe|America|North America|South America|Latin America|Middle East|Scandinavia|Balkans|Australia|Oceania|Antarctica|EU|European Union|West|" +
        "US|USA|United States|UK|United Kingdom|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Ireland|France|Germany|Italy|Spain|Portugal|Netherlands|Belgium|Luxembourg|Switzerland|Austria|" +
        "Denmark|Norway|Sweden|Finland|Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Cyprus|Malta|Serbia|Croatia|Slovenia|Bosnia|Kosovo|Albania|North Macedonia|Montenegro|" +
        "Estonia|Latvia|Lithuania|Belarus|Ukraine|Moldova|Russia|Georgia|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Kyrgyzstan|Tajikistan|Turkmenistan|Mongolia|China|Hong Kong|Macau|Taiwan|Japan|" +
        "South Korea|North Korea|Korea|India|Pakistan|Bangladesh|Sri Lanka|Nepal|Myanmar|Thailand|Vietnam|Cambodia|Laos|Malaysia|Singapore|Indonesia|Philippines|New Zealand|Turkey|Syria|Lebanon|Israel|" +
        "Palestine|West Bank|Gaza|Jordan|Iraq|Iran|Saudi Arabia|Yemen|Oman|Qatar|Bahrain|Kuwait|United Arab Emirates|UAE|Afghanistan|Egypt|Libya|Tunisia|Algeria|Morocco|Sudan|Ethiopia|Kenya|Uganda|Tanzania|" +
        "Rwanda|Nigeria|Ghana|Senegal|Ivory Coast|Cameroon|Congo|Angola|Zambia|Zimbabwe|Mozambique|Botswana|Namibia|South Africa|Mauritius|Mexico|Canada|Cuba|Haiti|Jamaica|Guatemala|Honduras|El Salvador|" +
        "Nicaragua|Costa Rica|Panama|Colombia|Venezuela|Ecuador|Peru|Bolivia|Chile|Argentina|Uruguay|Paraguay|Brazil|" +
        "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|" +
        "Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|New York City|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|" +
        "South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Washington DC|DC|West Virginia|Wisconsin|Wyoming|Puerto Rico|Bavaria|Catalonia|Ontario|Quebec|Alberta|British Columbia|Queensland|Victoria|" +
        "New South Wales|South Wales|Xinjiang|Tibet|Guangdong|Crimea|Kashmir|Silicon Valley|" +
        "San Francisco|Oakland|Berkeley|Alameda|Los Angeles|LA|NYC|San Diego|San Jose|Sacramento|Santa Cruz|Long Beach|Seattle|Portland|Boston|Cambridge|Somerville|Brookline|Northampton|Springfield|Chicago|Detroit|" +
        "Baltimore|Minneapolis|Cleveland|Cincinnati|Columbus|Pittsburgh|Philadelphia|Atlanta|Miami|Orlando|Tampa|Houston|Dallas|Austin|San Antonio|Denver|Phoenix|Las Vegas|Salt Lake City|New Orleans|Memphis|" +
        "Nashville|Charlotte|Milwaukee|Kansas City|St Louis|Newark|Jersey City|Albuquerque|Lockport|Brooklyn|Manhattan|Honolulu|Toronto|Montreal|Vancouver|Ottawa|Mexico City|London|Birmingham|Manchester|Leeds|" +
        "Liverpool|Glasgow|Edinburgh|Cardiff|Belfast|Dublin|Leicester|Paris|Nice|Lyon|Marseille|Berlin|Hamburg|Munich|Cologne|Frankfurt|Mannheim|Vienna|Zurich|Geneva|Brussels|Amsterdam|Rotterdam|The Hague|Madrid|" +
        "Barcelona|Lisbon|Rome|Milan|Turin|Como|Athens|Belgrade|Budapest|Warsaw|Prague|Bucharest|Sofia|Kyiv|Kiev|Minsk|Moscow|St Petersburg|Saint Petersburg|Istanbul|Ankara|Stockholm|Oslo|Copenhagen|Helsinki|" +
        "Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou|Wuhan|Chongqing|Chengdu|Urumqi|Kashgar|Rongcheng|Suzhou|Tianjin|Tokyo|Osaka|Seoul|Taipei|Delhi|New Delhi|Mumbai|Hyderabad|Bangalore|Bengaluru|Chennai|Kolkata|" +
        "Lucknow|Lahore|Karachi|Dhaka|Bangkok|Kuala Lumpur|Jakarta|Manila|Hanoi|Sydney|Melbourne|Brisbane|Perth|Adelaide|Auckland|Wellington|Tel Aviv|Jerusalem|Hebron|Tehran|Baghdad|Dubai|Abu Dhabi|Riyadh|Doha|" +
        "Cairo|Nairobi|Kampala|Lagos|Accra|Addis Ababa|Harare|Lusaka|Johannesburg|Joburg|Cape Town|Durban|Pretoria|Rio de Janeiro|Sao Paulo|São Paulo|Brasilia|Buenos Aires|Santiago|Lima|Bogota|Quito|Caracas|Havana"
        ).Split('|').ToFrozenSet(StringComparer.Ordinal);
}
