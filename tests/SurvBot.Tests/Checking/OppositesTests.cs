using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class OppositesTests
{
    [Theory]
    [InlineData("Harwick council approved the street scanners of Lumora.", "Harwick council rejected the street scanners of Lumora.")]
    [InlineData("Sales of street scanners rose in Harwick.", "Sales of street scanners fell in Harwick.")]
    [InlineData("A judge upheld the fine for Lumora.", "A judge overturned the fine for Lumora.")]
    [InlineData("Orvex bought the scanners of Lumora.", "Orvex sold the scanners of Lumora.")]
    [InlineData("The tender for scanners in Harwick was secret.", "The tender for scanners in Harwick was public.")]
    [InlineData("Lumora deleted the faces of passers-by.", "Lumora kept the faces of passers-by.")]
    public async Task One_word_for_its_opposite_turns_a_sentence_round(string passage, string lie)
    {
        await SomeDraft.Over(passage).ShouldStopAsync(lie, ObjectionKind.Polarity);
        await SomeDraft.Over(lie).ShouldStopAsync(passage, ObjectionKind.Polarity);
    }

    [Theory]
    [InlineData("Harwick council approved the street scanners of Lumora.", "Harwick council adopted the street scanners of Lumora.")]
    [InlineData("Sales of street scanners rose in Harwick.", "Sales of street scanners grew in Harwick.")]
    [InlineData("Sales of street scanners rose in Harwick and fell in Tessaly.", "Sales of scanners rose in Harwick and fell in Tessaly.")]
    public Task A_word_of_the_same_side_does_not(string passage, string sentence) => SomeDraft.Over(passage).ShouldBackAsync(sentence);

    [Theory]
    [InlineData("unlawful", true)]
    [InlineData("nonexistent", true)]
    [InlineData("useless", true)]
    [InlineData("banned", true)]
    [InlineData("under", false)]
    [InlineData("bought", false)]
    public void Some_words_deny_by_themselves(string word, bool denies) => Opposites.Denies(word).ShouldBe(denies);
}
