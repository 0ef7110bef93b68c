using CsCheck;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Questions;

public sealed class QuestionDraftTests
{
    [Theory]
    [InlineData("""{"standalone":"Who funded Megvii?","searches":[],"language":"en"}""")]
    [InlineData("```json\n{ \"standalone\": \" Who funded Megvii? \", \"language\": \"en\", \"reason\": {} }\n```")]
    [InlineData("""Here you are: {"language":"en","standalone":"Who funded Megvii?","searches":null,} I hope this helps.""")]
    public void It_is_read_wherever_it_stands(string reply)
    {
        var draft = QuestionDraft.Read(reply).ShouldNotBeNull();
        (draft.Standalone, draft.Searches.Count, draft.Language).ShouldBe(("Who funded Megvii?", 0, "en"));
    }

    [Fact]
    public void Only_texts_are_searches() =>
        QuestionDraft.Read("""{"standalone":"x","searches":["a",1,null,""," b "]}""")!.Searches.ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("")]
    [InlineData("Who funded Megvii?")]
    [InlineData("}{")]
    [InlineData("{")]
    [InlineData("""{"standalone":""}""")]
    [InlineData("""{"standalone":["Who funded Megvii?"]}""")]
    [InlineData("""{"standalone":"\ud800"}""")]
    [InlineData("""{"standalone":"Who funded Megvii?" """)]
    public void Anything_else_is_not(string reply) => QuestionDraft.Read(reply).ShouldBeNull();

    [Fact]
    public void Garbage_is_never_fatal() =>
        Gen.OneOf(Any.Of("{", "}", "[", "]", "\"standalone\":", "\"searches\":", "\"x\"", ",", "\\u", "\\ud800", "null", "//"), Gen.String[0, 8]).Array[0, 12].Select(string.Concat).Sample(text => QuestionDraft.Read(text)?.Standalone.ShouldNotBeEmpty());
}
