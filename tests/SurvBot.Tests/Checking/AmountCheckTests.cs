using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class AmountCheckTests
{
    private static readonly SomeDraft Sale = SomeDraft.Over("Lumora sold 40 cameras to the town of Harwick for $2.4 million. More than 500 residents signed a petition against the 5G masts, and 12 percent of them wrote letters. Section 12 of the bylaw covers the masts.");

    private static readonly SomeDraft Sales = SomeDraft.Over("Lumora sold 40 cameras to Harwick last spring and promised quick repairs. Orvex sold 75 cameras to Port Sella last autumn and promised cheap batteries.");

    [Theory]
    [InlineData("Lumora sold forty cameras to Harwick.")]
    [InlineData("Lumora sold 40 cameras to Harwick for $2.4m.")]
    [InlineData("Lumora sold cameras to Harwick for 2.4 million dollars.")]
    [InlineData("Over 500 residents signed a petition against the 5G masts.")]
    [InlineData("Of those who signed the petition against the masts, 12% wrote letters.")]
    [InlineData("Section 12 of the bylaw covers the 5G masts.")]
    public Task An_amount_may_be_written_otherwise(string sentence) => Sale.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Lumora sold 60 cameras to Harwick.", "60 cameras")]
    [InlineData("Lumora sold 40 cameras to Harwick for $2.6 million.", "$2.6 million")]
    [InlineData("Lumora sold 40 cameras to Harwick for $2.4 billion.", "$2.4 billion")]
    [InlineData("Lumora sold 40 cameras to Harwick for €2.4 million.", "€2.4 million")]
    [InlineData("Lumora sold more than 40 cameras to Harwick.", "more than 40 cameras")]
    [InlineData("Up to 500 residents signed a petition against the 5G masts.", "Up to 500 residents")]
    [InlineData("More than 900 residents signed a petition against the 5G masts.", "More than 900 residents")]
    [InlineData("Of those who signed the petition against the masts, 21 percent wrote letters.", "21 percent")]
    [InlineData("More than 500 residents signed a petition against the 4G masts.", "4g")]
    public Task Another_amount_is_stopped_and_named(string sentence, string what) => Sale.ShouldStopAsync(sentence, new Objection(ObjectionKind.Amount, what));

    [Fact]
    public async Task An_amount_that_belongs_to_something_else_is_stopped()
    {
        await Sales.ShouldBackAsync("Orvex sold 75 cameras to Port Sella last autumn and promised cheap batteries.");
        await Sales.ShouldStopAsync("Lumora sold 75 cameras to Harwick last spring and promised quick repairs.", new Objection(ObjectionKind.Amount, "75 cameras"));
    }
}
