using CsCheck;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Replies;

public sealed class MarkedTextTests
{
    private static readonly HashSet<int> Two = [1, 2];

    [Fact]
    public void A_sentence_ends_with_its_markers()
    {
        var paragraphs = MarkedText.Parse("Leeds bought it. [1] [2] York did not.[2]\n\nNobody knows why. [1]", Two);
        paragraphs.Select(paragraph => paragraph.Sentences.Count).ShouldBe([2, 1]);
        paragraphs[0].Sentences[0].Spans.ShouldBe([ReplySpan.Of("Leeds bought it. "), ReplySpan.Marker(1), ReplySpan.Of(" "), ReplySpan.Marker(2)]);
        paragraphs[0].Sentences[1].Spans.ShouldBe([ReplySpan.Of(" York did not."), ReplySpan.Marker(2)]);
        paragraphs[0].Sentences.Select(sentence => sentence.Words).ShouldBe([3, 3]);
    }

    [Fact]
    public void A_full_stop_after_a_marker_opens_no_sentence() =>
        MarkedText.Parse("Leeds bought it [1]. York did not [2].", Two).Single().Sentences.Select(sentence => sentence.Spans[^1]).ShouldBe([ReplySpan.Of(".")]);

    [Theory]
    [InlineData("Leeds bought 40 [3] cameras.")]
    [InlineData("Leeds bought [٣] cameras [ 1 ] in [12345].")]
    [InlineData("[a] [] [1")]
    public void A_number_that_is_no_citation_is_text(string text) =>
        MarkedText.Parse(text, Two).Single().Sentences.Single().Spans.ShouldBe([ReplySpan.Of(text)]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\n ")]
    public void Nothing_has_no_paragraph(string text) => MarkedText.Parse(text, Two).ShouldBeEmpty();

    [Fact]
    public void Whatever_the_text_no_word_is_lost() =>
        Gen.OneOf("Leeds", "[1]", "[2]", "[3]", ".", " ", "\n", "\n\n", "\r\n", "it said ", "[[1]]", "\uD800", "人").Array[0, 30].Select(string.Concat).Sample(text =>
        {
            string told = string.Join("\n\n", MarkedText.Parse(text, Two).Select(paragraph => ReplyText.Of(MarkedSentence.Join(paragraph.Sentences))));
            Words(told).ShouldBe(Words(text));
        });

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
