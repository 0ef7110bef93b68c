namespace SurvBot.Answers.Claims;

/// <summary>Where a number can lie that somebody stated; both ends belong to it.</summary>
/// <remarks>
/// "More than 3 billion" is true of 10 billion, but nobody who knew of 10 would say it: a bound reaches as far as its speaker can be believed to
/// mean. So "more than 3" and "3.2" agree, and "more than 3" and "more than 4.5" do not.
/// </remarks>
public readonly record struct NumberRange(double Least, double Most)
{
    private const double About = 0.1, BeyondABound = 0.25, BeyondALeast = 0.5, BelowNearly = 0.2, BelowAMost = 0.5;

    /// <summary>What a hedged number allows.</summary>
    public static NumberRange Of(double number, Approximation approximation) => approximation switch
    {
        Approximation.About => new(number * (1 - About), number * (1 + About)),
        Approximation.MoreThan => new(number, number * (1 + BeyondABound)),
        Approximation.AtLeast => new(number, number * (1 + BeyondALeast)),
        Approximation.LessThan => new(number * (1 - BelowNearly), number),
        Approximation.UpTo => new(number * (1 - BelowAMost), number),
        _ => new(number, number),
    };

    /// <summary>Whether one number can lie in both, when numbers are rounded to two significant digits as news do.</summary>
    public bool Meets(NumberRange other) => Least - Rounding(Least) <= other.Most + Rounding(other.Most) && other.Least - Rounding(other.Least) <= Most + Rounding(Most);

    /// <summary>Whether one number lies in both, exactly.</summary>
    public bool Overlaps(NumberRange other) => Least <= other.Most && other.Least <= Most;

    /// <summary>From the least of one to the most of the other.</summary>
    public static NumberRange Between(NumberRange one, NumberRange other) => new(Math.Min(one.Least, other.Least), Math.Max(one.Most, other.Most));

    // A quarter of the second digit's unit on each side; small counts are not rounded.
    private static double Rounding(double number) => number < 100 && number == Math.Floor(number) ? 0 : number <= 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(number)) - 1) / 4;
}
