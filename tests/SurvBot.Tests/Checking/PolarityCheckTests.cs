using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class PolarityCheckTests
{
    private static readonly SomeDraft Council = SomeDraft.Over("Lumora stored the faces of passers-by. Orvex did not store the plates of drivers. Norvik refused to share the plates with Tessaly. The scanners don't recognise children.");

    [Theory]
    [InlineData("Lumora stored the faces of passers-by.")]
    [InlineData("Orvex never stored the plates of drivers.")]
    [InlineData("Norvik did not share the plates with Tessaly.")]
    [InlineData("The scanners do not recognise children.")]
    public Task What_is_so_may_be_said_in_other_words(string sentence) => Council.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Lumora did not store the faces of passers-by.")]
    [InlineData("Orvex stored the plates of drivers.")]
    [InlineData("Norvik shared the plates with Tessaly.")]
    [InlineData("The scanners recognise children.")]
    public Task What_is_so_is_not_denied_and_what_is_not_so_is_not_told(string sentence) => Council.ShouldStopAsync(sentence, ObjectionKind.Polarity);

    [Fact]
    public Task A_denial_needs_one_there() =>
        SomeDraft.Over("The scanners of Lumora read plates in Harwick.").ShouldStopAsync("The scanners of Lumora read no plates in Harwick.", new Objection(ObjectionKind.Polarity, "no"));
}
