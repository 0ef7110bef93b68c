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
    [InlineData("Lumora was fined $6 million.", "Lumora was fined 9 million dollars.", ClaimRelation.Conflict)]
    [InlineData("Lumora was fined $6 million.", "Lumora was fined €9 million.", ClaimRelation.Unrelated)]
    [InlineData("Lumora sold its cameras to 40 police forces.", "Lumora sold its cameras to 60 police forces.", ClaimRelation.Conflict)]
    [InlineData("Lumora sold its cameras to 40 police forces.", "Lumora sold its cameras to 60 naval forces.", ClaimRelation.Unrelated)]
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

    private static ClaimRelation Compare(Claim one, Claim other)
    {
        ClaimComparison.Compare(other, one).ShouldBe(ClaimComparison.Compare(one, other));
        return ClaimComparison.Compare(one, other);
    }

    private static Claim Claim(string sentence, string published = "2019-05-20") => ClaimReader.Read(sentence, "", Some.Date(published)).ShouldHaveSingleItem();
}
