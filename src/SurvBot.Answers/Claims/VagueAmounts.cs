namespace SurvBot.Answers.Claims;

/// <summary>Amounts told without a number, and the numbers that people use them for.</summary>
internal static class VagueAmounts
{
    /// <summary>Alternatives of a regular expression.</summary>
    public const string Pattern = @"(tens|hundreds) of (thousands|millions|billions)|(a )?(few|several|couple) (dozen|hundred|thousand|million|billion)|dozens|hundreds|thousands|millions|billions|an? (very )?(limited|small) number|a handful|a large number|scores";

    /// <summary>From the fewest to the most.</summary>
    public static NumberRange Read(string words)
    {
        string[] parts = words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string first = parts[0], last = parts[^1];
        if (first is "tens" or "hundreds" && parts.Length > 1)
            return Times(first == "tens" ? 10 : 100, first == "tens" ? 100 : 1000, last);
        if (parts.Any(part => part is "few" or "several" or "couple"))
            return Times(2, 9, last);
        return last switch
        {
            "dozens" or "scores" => new(20, 150),
            "hundreds" => new(150, 2000),
            "handful" => new(2, 10),
            "number" when parts.Contains("large") => new(100, double.MaxValue),
            "number" => new(1, 50),
            _ => Times(1.5, 200, last),
        };
    }

    private static NumberRange Times(double least, double most, string scale) => NumberWords.Scale(scale.TrimEnd('s')) is var unit ? new(least * unit, most * unit) : default;
}
