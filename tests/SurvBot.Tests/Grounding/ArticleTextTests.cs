using SurvBot.Answers.Grounding;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("Advertisement The city bought cameras.", "The city bought cameras.")]
    [InlineData("Advertisement spending fell in the city.", "Advertisement spending fell in the city.")]
    [InlineData("Advertisement", "Advertisement")]
    public void The_label_of_an_advertisement_is_no_part_of_a_sentence(string body, string sentence)
    {
        var article = Some.Article("a", body);
        new ArticleText(article).Sentences.ShouldHaveSingleItem().Span.In(body).ShouldBe(sentence);
    }
}
