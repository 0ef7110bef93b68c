namespace SurvBot.Answers.Claims;

/// <summary>One code for each way to write a currency.</summary>
internal static class Currencies
{
    /// <summary>What stands before a number.</summary>
    public const string Before = @"(US|HK|AU|A|CA|C|S|NZ|NT)?\$(\s?US)?|£|€|¥|₹|\b(USD|EUR|GBP|CNY|RMB|Rs\.?)";

    /// <summary>What stands after it.</summary>
    public const string After = @"((US|U\.S\.|American|Hong Kong|Australian|Canadian|Singapore|New Zealand)\s+)?dollars?|USD|euros?|EUR|pounds?|GBP|yuan|RMB|renminbi|CNY|yen|rupees?|rand";

    /// <summary>A code for the writing; a dollar of no country is the American one.</summary>
    public static string Code(string written)
    {
        string plain = written.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return plain switch
        {
            "$" or "US$" or "$US" or "USD" => "USD",
            "HK$" => "HKD",
            "A$" or "AU$" => "AUD",
            "C$" or "CA$" => "CAD",
            "S$" => "SGD",
            "NZ$" => "NZD",
            "NT$" => "TWD",
            "£" or "GBP" => "GBP",
            "€" or "EUR" => "EUR",
            "¥" or "CNY" or "RMB" or "YUAN" or "RENMINBI" => "CNY",
            "YEN" => "JPY",
            "₹" or "RS" => "INR",
            "RAND" => "ZAR",
            _ when plain.StartsWith("EURO", StringComparison.Ordinal) => "EUR",
            _ when plain.StartsWith("POUND", StringComparison.Ordinal) => "GBP",
            _ when plain.StartsWith("RUPEE", StringComparison.Ordinal) => "INR",
            _ => OfCountry(plain),
        };
    }

    private static string OfCountry(string dollars) => dollars[..2] switch
    {
        "HO" => "HKD",
        "AU" => "AUD",
        "CA" => "CAD",
        "SI" => "SGD",
        "NE" => "NZD",
        _ => "USD",
    };
}
