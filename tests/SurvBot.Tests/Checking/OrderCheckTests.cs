using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class OrderCheckTests
{
    private static readonly SomeDraft Suit = SomeDraft.Over("After a leak in May, Lumora sued Orvex over patents for street scanners in Tessaly, the Harwick court said. Concerns of Norvik about deals with Glimmer Labs grew.");

    [Theory]
    [InlineData("Lumora sued Orvex in Tessaly over patents for street scanners, the Harwick court said.")]
    [InlineData("The Harwick court said Lumora sued Orvex over patents for street scanners.")]
    [InlineData("Lumora sued Orvex after a leak in May, the Harwick court said.")]
    [InlineData("Orvex was sued by Lumora over patents for street scanners, the Harwick court said.")]
    public Task When_where_and_who_says_so_may_stand_anywhere(string sentence) => Suit.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Orvex sued Lumora over patents for street scanners, the Harwick court said.")]
    [InlineData("Concerns of Glimmer Labs about deals with Norvik grew.")]
    [InlineData("The Harwick court sued Orvex over patents for street scanners, Lumora said.")]
    public async Task Names_that_change_places_do_not_pass(string lie) => (await Suit.CheckAsync(lie)).Objection.ShouldNotBeNull(lie);

    [Fact]
    public Task Two_names_in_each_others_place_are_told_as_that() => SomeDraft.Over("Concerns of Norvik about deals with Glimmer Labs grew.").ShouldStopAsync("Concerns of Glimmer Labs about deals with Norvik grew.", ObjectionKind.Party);

    [Fact]
    public Task A_whole_clause_may_stand_before_another() =>
        SomeDraft.Over("Harwick dropped Lumora because residents protested.").ShouldBackAsync("Because residents protested, Harwick dropped Lumora.");
}
