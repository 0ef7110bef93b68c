using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class DroppedCheckTests
{
    private static readonly SomeDraft Report = SomeDraft.Over(
        "Losses from calls with imitated voices reached 46 million euros in Ardenia last year, the insurers' federation said on Monday. " +
        "Orvex did not store the plates of drivers in Tessaly. Lumora could lose its licence for street scanners in Harwick. " +
        "According to a report by Norvik, the cameras read 900 plates. Glimmer Labs said it will delete the faces of children.");

    [Theory]
    [InlineData("Losses from calls with imitated voices reached 46 million euros in Ardenia last year.", ObjectionKind.Hedge)]
    [InlineData("Orvex stored the plates of drivers in Tessaly.", ObjectionKind.Polarity)]
    [InlineData("The cameras read 900 plates.", ObjectionKind.Hedge)]
    public Task What_turns_the_rest_stays_with_it(string lie, ObjectionKind kind) => Report.ShouldStopAsync(lie, kind);

    [Theory]
    [InlineData("Lumora loses its licence for street scanners in Harwick.")]
    public async Task What_may_be_is_not_told_as_what_is(string lie) => (await Report.CheckAsync(lie)).Objection.ShouldNotBeNull(lie);

    [Theory]
    [InlineData("The insurers' federation said losses from calls with imitated voices reached 46 million euros.")]
    [InlineData("Orvex never stored the plates of drivers in Tessaly.")]
    [InlineData("The cameras read 900 plates, according to Norvik.")]
    [InlineData("Glimmer Labs will delete the faces of children.")]
    public Task It_may_be_said_elsewhere_and_in_other_words(string sentence) => Report.ShouldBackAsync(sentence);

    [Fact]
    public Task Only_what_is_kept_needs_it() =>
        SomeDraft.Over("Lumora, which did not answer questions, sold 40 street scanners to Harwick.").ShouldBackAsync("Lumora sold 40 street scanners to Harwick.");
}
