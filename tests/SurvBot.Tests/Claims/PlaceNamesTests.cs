using SurvBot.Answers.Claims;

namespace SurvBot.Tests.Claims;

public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("Voters in Georgia, Pennsylvania and Ohio.", "Georgia|Ohio|Pennsylvania")]
    [InlineData("The U.S., the US and America are one.", "United States")]
    [InlineData("Britain, the U.K. and the UK are one.", "United Kingdom")]
    [InlineData("West Virginia, New Mexico and Nigeria.", "New Mexico|Nigeria|West Virginia")]
    [InlineData("France's police and Spain's.", "France|Spain")]
    [InlineData("It told us of Virginians, of a pre-Iraq US-based firm and of new york.", "")]
    public void Countries_and_states_are_found_once_in_one_writing(string text, string places) => string.Join('|', PlaceNames.In(text).Order(StringComparer.Ordinal)).ShouldBe(places);

    [Theory]
    [InlineData("Ohio", "Texas", true)]
    [InlineData("Ohio and Texas", "Texas and Iowa", false)]
    [InlineData("the US", "America", false)]
    [InlineData("Ohio", "nowhere", false)]
    [InlineData("nowhere", "nowhere", false)]
    public void Two_texts_are_apart_where_both_name_places_and_none_in_common(string one, string other, bool apart)
    {
        PlaceNames.AreApart(PlaceNames.In(one), PlaceNames.In(other)).ShouldBe(apart);
        PlaceNames.AreApart(PlaceNames.In(other), PlaceNames.In(one)).ShouldBe(apart);
    }
}
