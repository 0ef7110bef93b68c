using CsCheck;
using SurvBot.Answers.Claims;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Claims;

public sealed class QuantityReaderTests
{
    private static readonly Gen<string> Written = Gen.Select(
        Any.Of("", "more than ", "at least ", "nearly ", "up to ", "as many as ", "about "),
        Any.Of("", "$", "US$", "$US", "€", "HK$"),
        Gen.OneOf(Gen.Int[2, 999].Select(n => $"{n}"), Gen.Int[10_000, 9_999_999].Select(n => n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)), Gen.Int[1, 9].Select(n => $"{n}.5")),
        Any.Of("", " million", "bn", "m", " cameras", "%", " percent of drivers", " police officers", " dollars", " years"),
        (hedge, currency, number, unit) => hedge + currency + number + unit);

    private static readonly Gen<string> Texts = Gen.OneOf(Written, Any.Words(1, 4), Gen.String[0, 12], Any.Of("between ", " and ", " to ", "-", "–", ",", "hundreds of thousands of files", "forty cameras", "a limited number of towns", "in 2018", "a dozen", "half a million")).Array[1, 8]
        .Select(parts => string.Join(' ', parts));

    [Theory]
    [InlineData("$600 million", "US$600m")]
    [InlineData("$600 million", "600 million US dollars")]
    [InlineData("$600 million", "$US600 million")]
    [InlineData("$4.5bn", "4,500,000,000 dollars")]
    [InlineData("€2 million", "2 million euros")]
    [InlineData("40 percent", "40%")]
    [InlineData("12 cameras", "a dozen cameras")]
    [InlineData("forty cameras", "40 street cameras")]
    [InlineData("over 3 billion photos", "more than 3 billion photos")]
    [InlineData("as much as £5m", "up to £5 million")]
    [InlineData("5 to 15%", "between 5% and 15%")]
    [InlineData("5 to 15 million people", "between 5 million and 15 million people")]
    public void Other_words_for_one_amount(string one, string other)
    {
        var (first, second) = (Only(one), Only(other));
        (second.Kind, second.Unit, second.Range).ShouldBe((first.Kind, first.Unit, first.Range));
    }

    [Theory]
    [InlineData("more than $3 billion", "$3.2 billion", true)]
    [InlineData("more than $3 billion", "more than $4.5 billion", false)]
    [InlineData("more than 3 billion", "more than 3 million", false)]
    [InlineData("about $4.5 billion", "over $4.5B", true)]
    [InlineData("1,996 cameras", "2,000 cameras", true)]
    [InlineData("27 cameras", "28 cameras", false)]
    [InlineData("$600 million", "$620 million", false)]
    [InlineData("$600 million", "€600 million", false)]
    [InlineData("nearly 100 cases", "98 cases", true)]
    [InlineData("at least 50 towns", "60 towns", true)]
    [InlineData("hundreds of towns", "400 towns", true)]
    [InlineData("hundreds of towns", "a limited number of towns", false)]
    [InlineData("dozens of towns", "tens of thousands of towns", false)]
    [InlineData("400 towns", "400 cameras", false)]
    public void Whether_two_amounts_can_be_one(string one, string other, bool can)
    {
        Only(one).CanHoldWith(Only(other)).ShouldBe(can);
        Only(other).CanHoldWith(Only(one)).ShouldBe(can);
    }

    [Theory]
    [InlineData("It spread Covid-19 over 5G at 10:30 on 4/11 as GPT-4 did.")]
    [InlineData("In 2018 and on the 20th it ran 600m.")]
    [InlineData("One of them has none.")]
    public void Digits_that_are_no_amount(string text) => QuantityReader.Read(text).ShouldBeEmpty();

    [Fact]
    public void A_change_is_no_range() => QuantityReader.Read("It grew from 20 to 30 cameras.").Count.ShouldBe(2);

    [Fact]
    public void What_is_counted_is_told_with_its_kind()
    {
        var quantity = Only("600 law enforcement agencies in Ohio");
        (quantity.Unit, quantity.Qualifiers).ShouldSatisfyAllConditions(() => quantity.Unit.ShouldBe("agenc"), () => quantity.Qualifiers.ShouldBe(["law", "enforc"]));
    }

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_apart() => Texts.Sample(text =>
    {
        int end = 0;
        foreach (var quantity in QuantityReader.Read(text))
        {
            quantity.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            quantity.Span.Length.ShouldBeGreaterThan(0);
            quantity.Range.Least.ShouldBeLessThanOrEqualTo(quantity.Range.Most);
            end = quantity.Span.End;
        }
        end.ShouldBeLessThanOrEqualTo(text.Length);
    });

    [Fact]
    public void Letter_case_does_not_matter() => Written.Sample(text => Read(text.ToUpperInvariant()).ShouldBe(Read(text.ToLowerInvariant())));

    [Fact]
    public void Thousands_separators_do_not_matter() => Written.Sample(text => Read(text.Replace(",", "", StringComparison.Ordinal)).ShouldBe(Read(text)));

    [Fact]
    public void An_amount_can_be_itself() => Written.Sample(text => QuantityReader.Read(text).ShouldAllBe(quantity => quantity.CanHoldWith(quantity)));

    private static Quantity Only(string text) => QuantityReader.Read(text).ShouldHaveSingleItem(text);

    private static IEnumerable<(QuantityKind, string, NumberRange, Approximation)> Read(string text) =>
        QuantityReader.Read(text).Select(quantity => (quantity.Kind, quantity.Unit, quantity.Range, quantity.Approximation));
}
