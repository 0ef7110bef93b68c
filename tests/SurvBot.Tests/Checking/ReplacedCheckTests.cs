using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class ReplacedCheckTests
{
    private static readonly SomeDraft Papers = SomeDraft.Over(
        "The traffic club ADV says the cameras of Harwick are exact. One insurer in Ardenia uses cameras. Lumora's board met Orvex in Tessaly. The council voted 11 to 4 for scanners. They would pay between $200 and $400. " +
        "Savings of $90 million are expected from 2026 on, and the founder leaves in 2025.");

    [Theory]
    [InlineData("The traffic club Ardenia says the cameras of Harwick are exact.", ObjectionKind.Name)]
    [InlineData("The council voted 11 to 8 for scanners.", ObjectionKind.Amount)]
    [InlineData("They would pay between $300 and $400.", ObjectionKind.Amount)]
    [InlineData("Savings of $90 million are expected from 2024 on.", ObjectionKind.Date)]
    [InlineData("One insurer in Ardenia does not use cameras.", ObjectionKind.Polarity)]
    public async Task Another_name_figure_or_denial_does_not_take_the_place(string lie, ObjectionKind kind)
    {
        var found = await Papers.CheckAsync(lie);
        found.Objection.ShouldNotBeNull(lie).Kind.ShouldBeOneOf(kind, ObjectionKind.Date, ObjectionKind.Amount);
    }

    [Theory]
    [InlineData("The council of Harwick voted eleven to four for scanners.")]
    [InlineData("Savings of $90m are expected from 2026 on.")]
    [InlineData("The board of Lumora met Orvex in Tessaly.")]
    public Task The_same_in_another_writing_does(string sentence) => Papers.ShouldBackAsync(sentence);
}
