using SurvBot.Answers.Grounding;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class WordMatcherTests
{
    [Fact]
    public async Task Each_sentence_is_compared_with_the_question_word_by_word()
    {
        var draft = Newsroom.Draft("leeds", "Leeds bought cameras. York sold drones.");
        CandidateSentence[] candidates = [Newsroom.Candidate(draft, 0), Newsroom.Candidate(draft, 1)];
        using var embedder = new WordVectorEmbedder();

        await new WordMatcher(embedder).MatchAsync("Leeds CCTV prices?", candidates, TestContext.Current.CancellationToken);

        candidates[0].Match.ShouldBe(new WordMatch(2 / 3f, 2 / 3f, 0), "CCTV is a camera, and prices are not spoken of");
        candidates[1].Match.ShouldBe(new WordMatch(0, 0, 0));
    }

    [Fact]
    public void Words_without_a_topic_count_only_among_all() =>
        WordMatch.Of(["Who", "sold", "drones?"], [0.3f, 0.9f, 0.6f]).ShouldBe(new WordMatch(0.6f, 0.75f, 0.6f));

    [Fact]
    public void A_question_of_stop_words_is_matched_by_all_of_them() => WordMatch.Of(["Who", "is", "it?"], [0.2f, 0.4f, 0.6f]).ShouldBe(new WordMatch(0.4f, 0.4f, 0.4f));

    [Fact]
    public void The_field_knows_its_best_and_its_middle()
    {
        WordMatchField.Of([]).ShouldBe(default);
        var candidates = Enumerable.Range(0, 3).Select(i => Newsroom.Candidate(Newsroom.Draft($"a{i}", "Leeds bought cameras."))).ToList();
        for (int i = 0; i < 3; i++)
            candidates[i].Match = new WordMatch(0.1f * (i + 1), 0, 0);
        WordMatchField.Of(candidates).ShouldBe(new WordMatchField(0.3f, 0.2f));
    }
}
