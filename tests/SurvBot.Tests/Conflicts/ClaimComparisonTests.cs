using CsCheck;
using SurvBot.Answers.Claims;
using SurvBot.Answers.Conflicts;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conflicts;

public sealed class ClaimComparisonTests
{
    private static readonly string[] Sentences =
    [
        "Lumora raised $6 million.", "Lumora raised $9 million.", "Lumora is valued at more than $30 million.", "Lumora was valued at $45 million in 2018.",
        "Lumora is in talks about a valuation of $90 million.", "Lumora raised a further $7 million.", "Lumora was fined $2 million.", "Norvik was fined $3 million.",
        "Lumora sold cameras to 40 police forces.", "Lumora sold cameras to 60 police forces.", "Lumora sold cameras to dozens of police forces.",
    ];

    private static readonly string[] Statements =
    [
        .. Sentences, "It rained.", "Lumora sold 28 cameras in York and 32 cameras in Leeds.", "Lumora sold 32 cameras in Leeds.", "Lumora sold 40 cameras in Oslo.", "Lumora has sold 28 cameras in York, 40 in Oslo and 90 cameras in Leeds.",
        "Lumora raised $6 million at a valuation of $45 million.", "Lumora paid $1,000 for each camera.", "Lumora paid $3,000 for the cameras.", "Lumora kept photographs for 30 days in Ohio.", "Lumora kept photographs for 60 days in Texas.",
    ];

    private static readonly Gen<IReadOnlyList<Claim>> Said = Gen.Select(Any.Of(Statements).Array[0, 3], Any.Of("2018", "2019-05-20", "2019-05-24", "2019-05", "2021-01-01"), Claims);

    [Theory]
    [InlineData("Lumora is valued at more than $3 billion.", "Lumora Group has a valuation of more than $4.5 billion.", ClaimRelation.Conflict)]
    [InlineData("Lumora is valued at more than $3 billion.", "Lumora is worth $3.2 billion.", ClaimRelation.Same)]
    [InlineData("Lumora is valued at $3 billion.", "Norvik is valued at $4.5 billion.", ClaimRelation.Unrelated)]
    [InlineData("Lumora is valued at $3 billion.", "Lumora is in talks about a valuation of $4.5 billion.", ClaimRelation.Unrelated)]
    [InlineData("Lumora is valued at $3 billion.", "In 2017, Lumora was valued at $1.5 billion.", ClaimRelation.Development)]
    [InlineData("In 2017, Lumora was valued at $3 billion.", "Lumora was valued at $1.5 billion in 2017.", ClaimRelation.Conflict)]
    [InlineData("Lumora raised $600 million in its Series C round.", "Lumora raised $620 million in a second round of funding.", ClaimRelation.Unrelated)]
    [InlineData("Lumora raised $600 million in its Series C round.", "Lumora raised $700 million.", ClaimRelation.Conflict)]
    [InlineData("Lumora raised $600 million.", "Lumora was fined $700 million.", ClaimRelation.Unrelated)]
    [InlineData("In 2017, Lumora raised $600 million.", "Lumora raised $700 million in 2017.", ClaimRelation.Unrelated)]
    [InlineData("Lumora was fined $6 million.", "Lumora was fined 9 million dollars.", ClaimRelation.Conflict)]
    [InlineData("Lumora was fined $6 million.", "Lumora was fined €9 million.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold its cameras to 40 police forces.", "Lumora sold its cameras to 60 police forces.", ClaimRelation.Conflict)]
    [InlineData("Lumora sold its cameras to 40 police forces.", "Lumora sold its cameras to 60 naval forces.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold its cameras to 40 coastal towns.", "Lumora sold its cameras to 60 mountain towns.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold its cameras to 40 coastal towns.", "Lumora sold its cameras to 60 towns.", ClaimRelation.Conflict)]
    [InlineData("Lumora sold its cameras to 40 police forces.", "Strikes at Lumora kept 60 forces from work.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold its cameras to hundreds of towns.", "Lumora sold its cameras to a limited number of towns.", ClaimRelation.Conflict)]
    public void Two_claims_of_one_week(string one, string other, ClaimRelation relation) => Compare(Claim(one), Claim(other, "2019-05-24")).ShouldBe(relation);

    [Fact]
    public void What_changes_with_the_year_is_a_development() =>
        Compare(Claim("Lumora holds 3 billion photos.", "2020-02-10"), Claim("Lumora holds 10 billion photos.", "2021-10-04")).ShouldBe(ClaimRelation.Development);

    [Fact]
    public void An_article_of_some_time_in_a_year_contradicts_nothing() =>
        Compare(Claim("Lumora is valued at $3 billion.", "2019"), Claim("Lumora is valued at $5 billion.", "2019-05-20")).ShouldBe(ClaimRelation.Unrelated);

    [Fact]
    public void It_is_the_same_whichever_comes_first() =>
        Gen.Select(Any.Of(Sentences), Any.Of(Sentences), Any.Of("2018", "2019-05-20", "2019-05", "2021-01-01")).Sample((one, other, date) =>
            ClaimComparison.Compare(Claim(one), Claim(other, date)).ShouldBe(ClaimComparison.Compare(Claim(other, date), Claim(one))));

    [Theory]
    [InlineData("The flood has killed 40 people in Ostrava.", "The flood has killed 60 people in Ostrava.")]
    [InlineData("At least 40 people in Ostrava were hurt.", "At least 90 people in Ostrava were hurt.")]
    [InlineData("Lumora will hire 40 guards.", "Lumora will hire 60 guards.")]
    public void A_tally_may_be_another_on_the_next_day_but_not_on_the_same(string one, string other)
    {
        Compare(Claim(one), Claim(other, "2019-05-24")).ShouldBe(ClaimRelation.Development);
        Compare(Claim(one), Claim(other)).ShouldBe(ClaimRelation.Conflict);
        // Of some day in May nobody knows whether it was the same.
        Compare(Claim(one), Claim(other, "2019-05")).ShouldBe(ClaimRelation.Conflict);
    }

    [Theory]
    [InlineData("The flood killed 40 people in Ostrava.", "The flood killed 60 people in Ostrava.", ClaimRelation.Conflict)]
    [InlineData("Lumora is in talks about a valuation of $3 billion.", "Lumora is in talks about a valuation of $5 billion.", ClaimRelation.Conflict)]
    [InlineData("Lumora plans to hire 40 guards.", "Lumora hired 60 guards.", ClaimRelation.Unrelated)]
    [InlineData("Lumora paid $1,000 for each camera.", "Lumora paid $3,000 for the cameras.", ClaimRelation.Unrelated)]
    [InlineData("Lumora paid $1,000 for each camera.", "Lumora paid $3,000 for each camera.", ClaimRelation.Conflict)]
    [InlineData("Lumora paid $1,000 for the cameras.", "Lumora paid $3,000 for the cameras.", ClaimRelation.Conflict)]
    [InlineData("Lumora sold 40 cameras in Georgia.", "Lumora sold 60 cameras in Pennsylvania.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold 40 cameras in Georgia.", "Lumora sold 60 cameras in Georgia.", ClaimRelation.Conflict)]
    [InlineData("Lumora sold cameras to 40 police forces.", "Lumora sold cameras to 60 police officers.", ClaimRelation.Unrelated)]
    [InlineData("Lumora gave the town $3 million.", "Lumora gave the town $5 million.", ClaimRelation.Conflict)]
    [InlineData("Lumora gave the town of Norvik $3 million for a library.", "Thieves carried $5 million out of a vault under the office of Lumora in Oslo.", ClaimRelation.Unrelated)]
    [InlineData("Lumora kept the photographs for 30 days.", "Lumora kept the photographs for 60 days.", ClaimRelation.Conflict)]
    [InlineData("Lumora kept the photographs for 30 days.", "Lumora kept the photographs for 3 years.", ClaimRelation.Unrelated)]
    public void Two_claims_within_days(string one, string other, ClaimRelation relation) => Compare(Claim(one), Claim(other, "2019-05-24")).ShouldBe(relation);

    [Theory]
    [InlineData("Lumora sold 28 cameras in York and 32 cameras in Leeds.", "Lumora sold 40 cameras in Oslo.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold 28 cameras in York and 32 cameras in Leeds.", "Lumora sold 32 cameras in Leeds.", ClaimRelation.Same)]
    [InlineData("Lumora sold 28 cameras in York.", "Lumora sold 40 cameras in Oslo.", ClaimRelation.Conflict)]
    [InlineData("Lumora raised $6 million at a valuation of $45 million.", "Lumora raised $6 million at a valuation of $90 million.", ClaimRelation.Conflict)]
    [InlineData("Lumora is valued at more than $300 million, perhaps $370 million.", "Lumora is valued at $310 million.", ClaimRelation.Same)]
    [InlineData("Lumora sold 28 cameras in York.", "It rained in York.", ClaimRelation.Unrelated)]
    public void What_one_statement_gives_several_values_of_contradicts_nothing(string one, string other, ClaimRelation relation)
    {
        ClaimComparison.Compare(Claims([one], "2019-05-20"), Claims([other], "2019-05-20")).ShouldBe(relation);
        ClaimComparison.Compare(Claims([other], "2019-05-20"), Claims([one], "2019-05-20")).ShouldBe(relation);
    }

    [Fact]
    public void Statements_compare_the_same_whichever_comes_first() =>
        Gen.Select(Said, Said).Sample((one, other) => ClaimComparison.Compare(one, other) == ClaimComparison.Compare(other, one));

    [Fact]
    public void Statements_of_one_claim_compare_as_their_claims_do() =>
        Gen.Select(Any.Of(Sentences), Any.Of(Sentences), Any.Of("2018", "2019-05-20", "2019-05", "2021-01-01")).Sample((one, other, date) =>
            ClaimComparison.Compare([Claim(one)], [Claim(other, date)]) == ClaimComparison.Compare(Claim(one), Claim(other, date)));

    private static ClaimRelation Compare(Claim one, Claim other)
    {
        ClaimComparison.Compare(other, one).ShouldBe(ClaimComparison.Compare(one, other));
        return ClaimComparison.Compare(one, other);
    }

    private static IReadOnlyList<Claim> Claims(string[] sentences, string published) => [.. sentences.SelectMany(sentence => ClaimReader.Read(sentence, "", Some.Date(published)))];

    private static Claim Claim(string sentence, string published = "2019-05-20") => ClaimReader.Read(sentence, "", Some.Date(published)).ShouldHaveSingleItem();
}
