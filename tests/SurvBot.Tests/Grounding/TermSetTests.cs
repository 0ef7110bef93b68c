using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Grounding;

public sealed class TermSetTests
{
    [Theory]
    [InlineData("cameras", "The camera was new.")]
    [InlineData("2000", "All 2,000 suspects were found.")]
    [InlineData("bought", "They bought it.")]
    public void A_term_itself_matches_whole(string word, string text) => Match(word, text).ShouldBe(1);

    [Theory]
    [InlineData("identify", "The identification failed.")]
    [InlineData("watches", "They read smartwatches.")]
    [InlineData("detect", "The detectors were new.")]
    public void A_related_form_matches_for_the_most_part(string word, string text) => Match(word, text).ShouldBeInRange(0.3f, 0.99f);

    [Theory]
    [InlineData("committee", "The commission met.")]
    [InlineData("drone", "The camera was new.")]
    [InlineData("2018", "It sold 20180 cameras.")]
    [InlineData("art", "It is an artefact.")]
    [InlineData("camera", "")]
    public void Other_words_do_not_match(string word, string text) => Match(word, text).ShouldBe(0);

    private static float Match(string word, string text) => TermSet.Of(text).Match(Terms.In(word).Single());
}
