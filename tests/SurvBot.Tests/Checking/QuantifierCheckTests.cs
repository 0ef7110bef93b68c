using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class QuantifierCheckTests
{
    private static readonly SomeDraft Towns = SomeDraft.Over("Some towns of Tessaly bought street scanners from Lumora. Every town must publish its contracts. Harwick was among the towns that bought drones.");

    [Theory]
    [InlineData("Some towns of Tessaly bought street scanners from Lumora.")]
    [InlineData("All towns must publish contracts.")]
    public Task Words_for_how_many_stand_where_the_backing_has_the_like(string sentence) => Towns.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Most towns of Tessaly bought street scanners from Lumora.", "most")]
    [InlineData("Only towns of Tessaly bought street scanners from Lumora.", "only")]
    [InlineData("Harwick was the first among the towns that bought drones.", "first")]
    [InlineData("Harwick was the largest among the towns that bought drones.", "largest")]
    public Task Where_it_has_not_they_are_stopped_and_named(string sentence, string what) => Towns.ShouldStopAsync(sentence, new Objection(ObjectionKind.Quantifier, what));

    [Fact]
    public Task Some_are_not_all() => SomeDraft.Over("Some towns of Tessaly bought street scanners from Lumora.").ShouldStopAsync("All towns of Tessaly bought street scanners from Lumora.", new Objection(ObjectionKind.Quantifier, "all"));
}
