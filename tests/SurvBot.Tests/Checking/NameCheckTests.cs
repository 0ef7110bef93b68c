using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Tests.Checking;

public sealed class NameCheckTests
{
    private static readonly SomeDraft Sale = SomeDraft.Over("Lumora Vision sold street cameras to the town of Harwick. The company promised Mayor Tilda Brandt that faces would be blurred. Its Corvenian rivals wrote to the U.S. embassy.");

    [Theory]
    [InlineData("Lumora sold street cameras to Harwick.")]
    [InlineData("Lumora Vision promised Brandt that faces would be blurred.")]
    [InlineData("The company promised Tilda Brandt that faces would be blurred.")]
    [InlineData("Street cameras were sold to the town of Harwick by Lumora Vision.")]
    public Task A_name_may_be_shorter_or_stand_for_what_it_and_the_company_mean(string sentence) => Sale.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Orvex sold street cameras to the town of Harwick.", "Orvex")]
    [InlineData("Lumora Vision sold street cameras to the town of Port Sella.", "Port Sella")]
    [InlineData("Lumora Vision promised Mayor Olga Brandt that faces would be blurred.", "Olga Brandt")]
    [InlineData("Its Corvenian rivals wrote to the UK embassy.", "UK")]
    public Task Another_name_is_stopped_and_named(string sentence, string what) => Sale.ShouldStopAsync(sentence, new Objection(ObjectionKind.Name, what));

    [Fact]
    public async Task A_name_that_belongs_to_something_else_is_stopped()
    {
        var sales = SomeDraft.Over("Lumora sold street cameras to the schools of Harwick in a secret tender. Orvex leased patrol drones to the harbour of Port Sella after an open contest.");
        await sales.ShouldBackAsync("Orvex leased patrol drones to the harbour of Port Sella.");
        await sales.ShouldStopAsync("Lumora sold street cameras to the schools of Port Sella in a secret tender.", ObjectionKind.Name);
    }

    [Fact]
    public async Task Another_name_of_the_same_organisation_is_backed_where_the_file_says_so()
    {
        var sale = SomeDraft.Over("Norvik Optics sold street cameras to the town of Harwick.");
        await sale.ShouldStopAsync("Lumora sold street cameras to the town of Harwick.", ObjectionKind.Name);
        await (sale with { Aliases = new AliasBook([new AliasGroup(["Lumora", "Norvik Optics"], IsGathered: false)]) }).ShouldBackAsync("Lumora sold street cameras to the town of Harwick.");
    }
}
