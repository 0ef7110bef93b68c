using SurvBot.Answers;
using SurvBot.Bot.Evaluation;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Evaluation;

public sealed class CitationCheckTests
{
    [Fact]
    public void A_good_answer_passes_all_checks() =>
        Check(SomeAnswer.Answered()).ShouldBe(new CitationCheck(true, 1, 1, 1, 1));

    [Theory]
    [InlineData("No marker at all.")]
    [InlineData("A marker too many. [1][2]")]
    public void Markers_and_citations_must_match_one_to_one(string text) =>
        Check(SomeAnswer.Answered(text)).Resolves.ShouldBeFalse();

    [Theory]
    [InlineData("Alibaba led the $600 million round!", 0, 35)]
    [InlineData("libaba led the $600 million round.", 0, 34)]
    [InlineData("Alibaba led the $600 million round.", 0, 350)]
    [InlineData("Alibaba led the $600 million round.", -1, 34)]
    public void A_quote_must_equal_the_body_at_its_offsets(string text, int start, int end) =>
        Check(WithQuote(new Quote(text, start, end))).ExactQuotes.ShouldBe(0);

    [Fact]
    public void A_quote_of_an_article_that_is_not_stored_is_not_exact() =>
        CitationCheck.Of(SomeAnswer.Answered(), new Dictionary<ArticleId, string>()).ExactQuotes.ShouldBe(0);

    [Theory]
    [InlineData("It raised $600 million. [1]", 1)]
    [InlineData("It raised $620 million.", 0)]
    [InlineData("It raised $600 million in 2018.", 0)]
    [InlineData("It raised $60 million.", 0)]
    public void The_numbers_of_a_supported_sentence_must_stand_in_its_quotes(string sentence, int supported)
    {
        var check = Check(SomeAnswer.Answered() with { Sentences = [new AnswerSentence(sentence, SentenceKind.Fact, SurvBot.Answers.Support.Supported, 1, [1])] });
        (check.SentencesWithNumbers, check.NumbersQuoted).ShouldBe((1, supported));
    }

    [Fact]
    public void Thousands_separators_make_no_other_number()
    {
        var answer = WithQuote(new Quote(SomeAnswer.Body[36..], 36, SomeAnswer.Body.Length)) with { Sentences = [new AnswerSentence("It reads 1000 cameras.", SentenceKind.Fact, SurvBot.Answers.Support.Supported, 1, [1])] };
        Check(answer).NumbersQuoted.ShouldBe(1);
    }

    private static Answer WithQuote(Quote quote) => SomeAnswer.Answered() with { Citations = [SomeAnswer.Citation(1) with { Quotes = [quote] }] };

    private static CitationCheck Check(Answer answer) =>
        CitationCheck.Of(answer, new Dictionary<ArticleId, string> { [SomeAnswer.Citation(1).ArticleId] = SomeAnswer.Body });
}
