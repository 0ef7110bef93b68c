using System.Text;
using SurvBot.Corpus.Embedding.Onnx;

namespace SurvBot.Tests.Embedding.Onnx;

public sealed class WordPieceVocabularyTests
{
    [Fact]
    public void Tokens_are_listed_in_the_order_of_their_ids() =>
        Vocabulary("""{"model":{"vocab":{"##s":2,"[PAD]":0,"é":1}}}""").ShouldBe("[PAD]\né\n##s\n");

    [Fact]
    public void Ids_with_gaps_are_refused() =>
        Should.Throw<InvalidDataException>(() => Vocabulary("""{"model":{"vocab":{"a":0,"b":2}}}""")).Message.ShouldBe("The vocabulary's ids have gaps.");

    [Theory]
    [InlineData("""{"model":{}}""")]
    [InlineData("oops")]
    public void A_file_without_a_vocabulary_is_refused(string json) =>
        Should.Throw<InvalidDataException>(() => Vocabulary(json)).Message.ShouldBe("The tokenizer file has no WordPiece vocabulary.");

    private static string Vocabulary(string json) => WordPieceVocabulary.FromTokenizerJson(Encoding.UTF8.GetBytes(json));
}
