using SurvBot.Answers.Claims;

namespace SurvBot.Tests.Claims;

public sealed class NameFormsTests
{
    [Theory]
    [InlineData("Lumora", "LUMORA Group Ltd", true)]
    [InlineData("Lumora Holdings", "Lumora's", true)]
    [InlineData("Lumora Holdings", "Lumora Group Ltd", true)]
    [InlineData("Fair Market Office", "FMO", true)]
    [InlineData("Office of Fair Markets", "OFM", true)]
    [InlineData("Ada Bergström", "Bergström", true)]
    [InlineData("Lumora AI", "Lumora", true)]
    [InlineData("Lumora", "Lumina", false)]
    [InlineData("Ada Bergström", "Eva Bergström", false)]
    [InlineData("", "Lumora", false)]
    public void Forms_of_one_name(string one, string other, bool same)
    {
        NameForms.AreOne(one, other).ShouldBe(same);
        NameForms.AreOne(other, one).ShouldBe(same);
    }
}
