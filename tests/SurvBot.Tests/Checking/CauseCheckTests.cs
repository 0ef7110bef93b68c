using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class CauseCheckTests
{
    [Theory]
    [InlineData("Harwick dropped Lumora because residents protested.", "Because residents protested, Harwick dropped Lumora.")]
    [InlineData("Harwick dropped Lumora over a breach of its scanners.", "Harwick dropped Lumora because of a breach of its scanners.")]
    public Task A_cause_may_be_told_in_other_words(string passage, string sentence) => SomeDraft.Over(passage).ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Harwick dropped Lumora in spring, and residents protested.", "Harwick dropped Lumora in spring because residents protested.", "because")]
    [InlineData("Residents of Harwick protested, and Lumora closed its office.", "Residents of Harwick protested, which led to Lumora closing its office.", "led to")]
    public Task What_merely_stands_beside_it_is_no_cause(string passage, string lie, string cause) => SomeDraft.Over(passage).ShouldStopAsync(lie, new Objection(ObjectionKind.Cause, cause));
}
