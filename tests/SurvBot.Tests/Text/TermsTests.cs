using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Text;

public sealed class TermsTests
{
    [Theory]
    [InlineData("Which US cities banned the cameras?", "usa citi ban camera")]
    [InlineData("They told us about it", "told")]
    [InlineData("Police of the U.S. and of the USA", "polic usa usa")]
    [InlineData("2,000 suspects, 3.5 percent of 4gs", "2000 suspect 3.5 percent 4gs")]
    [InlineData("SenseTime's Überwachungen", "sensetim uberwachungen")]
    [InlineData("人脸 recognition", "人 脸 recognit")]
    [InlineData("What is it, and why didn't they’ve one?", "")]
    public void Terms_are_stems_of_the_words_that_carry_a_topic(string text, string terms) => string.Join(' ', Terms.In(text)).ShouldBe(terms);

    [Theory]
    [InlineData("the", true)]
    [InlineData("us", true)]
    [InlineData("who", true)]
    [InlineData("against", true)]
    [InlineData("usa", false)]
    [InlineData("police", false)]
    [InlineData("not", true)]
    [InlineData("", false)]
    public void A_stop_word_carries_no_topic(string word, bool expected) => StopWords.Contains(word).ShouldBe(expected);
}
