using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class PartyCheckTests
{
    private static readonly SomeDraft Quarrels = SomeDraft.Over("Lumora sued Orvex over patents for street scanners. Tessaly was warned by Corvenia about the drones. Norvik acquired Glimmer Labs for its patents.");

    [Theory]
    [InlineData("Orvex was sued by Lumora over patents for street scanners.")]
    [InlineData("Corvenia warned Tessaly about the drones.")]
    [InlineData("Lumora sued Orvex over patents.")]
    [InlineData("Glimmer Labs was acquired by Norvik for its patents.")]
    public Task Active_and_passive_say_the_same(string sentence) => Quarrels.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Orvex sued Lumora over patents for street scanners.")]
    [InlineData("Lumora was sued by Orvex over patents for street scanners.")]
    [InlineData("Tessaly warned Corvenia about the drones.")]
    [InlineData("Glimmer Labs acquired Norvik for its patents.")]
    public Task Whoever_suffers_it_is_not_whoever_does_it(string sentence) => Quarrels.ShouldStopAsync(sentence, ObjectionKind.Party);
}
