using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;

namespace SurvBot.Tests.Timelines;

public sealed class TimelineSubjectTests
{
    [Theory]
    [InlineData("Lumora\tQuillcam", true)]
    [InlineData("Lumora\tthe maker that opened a shop", false)]
    [InlineData("", false)]
    public void A_subject_is_named_by_its_other_names(string aliases, bool isNamed)
    {
        const string sentence = "Quillcam opened a laboratory.";
        var subject = new TimelineSubject("Lumora", new Dictionary<string, string>(), new AliasBook(AliasText.Parse(aliases).Groups));

        subject.IsNamedIn(sentence, TermSet.Of(sentence)).ShouldBe(isNamed);
        subject.IsMeantIn(sentence, TermSet.Of(sentence)).ShouldBe(isNamed);
    }
}
