using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class AddedCheckTests
{
    private static readonly SomeDraft Sale = SomeDraft.Over("Lumora sold 40 street scanners to Harwick in May. The town bought them without a tender.");

    [Theory]
    [InlineData("Lumora sold 40 street scanners to gullible Harwick.", "added: gullible")]
    [InlineData("Lumora donated 40 street scanners to Harwick.", "added: donated")]
    [InlineData("Lumora sold 40 street scanners to Harwick, enraging residents.", "added: enraging residents")]
    public Task What_the_passages_do_not_say_is_not_added(string sentence, string what) => Sale.ShouldStopAsync(sentence, new Objection(ObjectionKind.Wording, what));

    [Theory]
    [InlineData("Lumora sold 40 street scanners to Harwick, and the town purchased them without a tender.")]
    [InlineData("Lumora sold Harwick 40 street scanners, which the town bought without a tender.")]
    public Task Joints_other_forms_and_synonyms_are(string sentence) => Sale.ShouldBackAsync(sentence);
}
