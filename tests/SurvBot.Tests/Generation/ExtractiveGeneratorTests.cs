using SurvBot.Answers;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation;

public sealed class ExtractiveGeneratorTests
{
    [Fact]
    public void A_leaning_sentence_brings_the_one_before() =>
        Written(Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed."), 1)).ShouldBe(["Leeds bought cameras.", "They failed."]);

    [Fact]
    public void A_sentence_whose_context_leans_too_is_not_quoted() =>
        Written(Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed. It was a scandal."), 2)).ShouldBeEmpty();

    [Fact]
    public void A_leaning_first_sentence_is_not_quoted() => Written(Newsroom.Candidate(Newsroom.Draft("leeds", "They failed in Leeds."))).ShouldBeEmpty();

    [Fact]
    public void What_was_said_is_not_said_again() =>
        Written(
            Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought forty new cameras.")),
            Newsroom.Candidate(Newsroom.Draft("york", "Forty new cameras were bought by Leeds."))).ShouldBe(["Leeds bought forty new cameras."]);

    [Fact]
    public void A_single_question_gets_three_sentences_and_several_get_five()
    {
        var all = Enumerable.Range(0, 9).Select(i => Newsroom.Candidate(Newsroom.Draft($"a{i}", $"Town{i} bought thing{i} from firm{i}."))).ToArray();
        Written(all).Count.ShouldBe(3);
        Written("Which towns bought things?", all).Count.ShouldBe(5);
    }

    [Fact]
    public void A_leaning_sentence_follows_its_context_whatever_else_is_quoted()
    {
        var draft = Newsroom.Draft("leeds", "York sold drones to tourists. Hull was quiet. Leeds bought cameras. They failed within days.");
        Written("Which towns bought things?", Newsroom.Candidate(draft, 2, 0.99), Newsroom.Candidate(draft, 0, 0.98), Newsroom.Candidate(draft, 3, 0.97))
            .ShouldBe(["Leeds bought cameras.", "They failed within days.", "York sold drones to tourists."]);
    }

    private static List<string> Written(params CandidateSentence[] supported) => Written("Who bought it?", supported);

    private static List<string> Written(string question, params CandidateSentence[] supported) =>
        [.. ExtractiveGenerator.Write(new GroundingContext(QuestionReader.Read(new Question(question, Newsroom.Now), []), new RetrievalResult([], []), supported), supported).Sentences.Select(sentence => sentence.Text)];
}
