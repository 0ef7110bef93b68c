using SurvBot.Answers.Generation;
using SurvBot.Answers.Grounding;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class CitationResolverTests
{
    [Fact]
    public void Articles_are_numbered_in_the_order_of_their_first_use()
    {
        var leeds = Newsroom.Draft("leeds", "Leeds bought cameras. Leeds sold them.");
        var york = Newsroom.Draft("york", "York bought\ndrones.");
        var resolved = Resolve(Quote(Newsroom.Candidate(york)), Quote(Newsroom.Candidate(leeds, 1)), Quote(Newsroom.Candidate(york)));

        resolved.Text.ShouldBe("York bought drones. [1]\n\nLeeds sold them. [2] York bought drones. [1]");
        resolved.Citations.Select(citation => (citation.N, citation.Url)).ShouldBe([(1, york.Url), (2, leeds.Url)]);
        resolved.Citations[1].Quotes.Single().ShouldBe(new SurvBot.Answers.Quote("Leeds sold them.", 22, 38));
        resolved.Sentences.Select(sentence => sentence.Citations.Single()).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public void Context_stays_with_the_sentence_that_needs_it()
    {
        var source = Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed."), 1);
        var resolved = Resolve(DraftSentence.Quote(source, Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed.")).Span, true), Quote(source));
        resolved.Text.ShouldBe("Leeds bought cameras. [1] They failed. [1]");
        resolved.Sentences[0].Kind.ShouldBe(SurvBot.Answers.SentenceKind.Context);
    }

    [Theory]
    [InlineData("2021-05-20", "York bought drones last week. (20 May 2021) [1]")]
    [InlineData("2021-05", "York bought drones last week. (May 2021) [1]")]
    [InlineData(null, "York bought drones last week. (undated, retrieved 1 Jun 2021) [1]")]
    public void Relative_time_stands_beside_the_date_of_its_article(string? published, string expected) =>
        Resolve(Quote(Newsroom.Candidate(Newsroom.Draft("york", "York bought drones last week.", published)))).Text.ShouldBe(expected);

    private static DraftSentence Quote(CandidateSentence source) => DraftSentence.Quote(source, source.Span, false);

    private static ResolvedText Resolve(params DraftSentence[] sentences) => new CitationResolver(new SupportCheck(Newsroom.Trusting)).Resolve(new Draft(sentences));
}
