using SurvBot.Answers;
using SurvBot.Answers.Conflicts;
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
    public void A_context_that_leans_too_brings_the_one_before_it() =>
        Written(Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed within a week. It was a scandal."), 2))
            .ShouldBe(["Leeds bought cameras.", "They failed within a week.", "It was a scandal."]);

    [Fact]
    public void A_sentence_whose_antecedent_is_far_is_not_quoted() =>
        Written(Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras. They failed. It was a scandal. He resigned."), 3)).ShouldBeEmpty();

    [Fact]
    public void The_same_words_with_another_figure_are_another_fact() =>
        Written(
            Newsroom.Candidate(Newsroom.Draft("leeds", "Auditors looked at 42 agencies that employ police officers.")),
            Newsroom.Candidate(Newsroom.Draft("york", "Auditors looked and 20 agencies that employ police officers use cameras."))).Count.ShouldBe(2);

    [Fact]
    public void What_introduced_a_sentence_takes_no_place_of_its_own()
    {
        var draft = Newsroom.Draft("leeds", "Leeds bought cameras. They failed within days. York sold drones to tourists. Hull hired guards.");
        Written(Newsroom.Candidate(draft, 1, 0.9), Newsroom.Candidate(draft, 0, 0.8), Newsroom.Candidate(draft, 2, 0.7), Newsroom.Candidate(draft, 3, 0.6)).Count.ShouldBe(4);
    }

    [Fact]
    public void A_leaning_first_sentence_is_not_quoted() => Written(Newsroom.Candidate(Newsroom.Draft("leeds", "They failed in Leeds."))).ShouldBeEmpty();

    [Fact]
    public void What_was_said_is_not_said_again() =>
        Written(
            Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought forty new cameras.")),
            Newsroom.Candidate(Newsroom.Draft("york", "Forty new cameras were bought by Leeds."))).ShouldBe(["Leeds bought forty new cameras."]);

    [Fact]
    public void What_two_articles_say_in_the_same_words_introduces_nothing_twice() =>
        Written(
            Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought forty new cameras."), 0, 0.9),
            Newsroom.Candidate(Newsroom.Draft("york", "Leeds bought forty new cameras. They failed within days."), 1, 0.8)).ShouldBe(["Leeds bought forty new cameras."]);

    [Fact]
    public void A_single_question_gets_three_sentences_and_several_get_five()
    {
        var all = Enumerable.Range(0, 9).Select(i => Newsroom.Candidate(Newsroom.Draft($"a{i}", $"Town{i} bought thing{i} from firm{i}."))).ToArray();
        Written(all).Count.ShouldBe(3);
        Written("Which towns bought things?", all).Count.ShouldBe(5);
    }

    [Fact]
    public void A_comparison_hears_of_each_side()
    {
        string[] fined = [.. new[] { "Italy", "Greece", "France", "Austria", "Germany", "Norway" }.Select((country, i) => $"Clearview AI paid {i + 2} million in {country}.")];
        var draft = Newsroom.Draft("a", string.Join(' ', [.. fined, "Rite Aid stopped using its cameras."]));
        Written("What was reported about Clearview AI and Rite Aid, and what is the difference?", [.. Enumerable.Range(0, 7).Select(i => Newsroom.Candidate(draft, i, 0.9 - (0.05 * i)))])
            .ShouldBe([.. fined[..4], "Rite Aid stopped using its cameras."]);
    }

    [Fact]
    public void A_leaning_sentence_follows_its_context_whatever_else_is_quoted()
    {
        var draft = Newsroom.Draft("leeds", "York sold drones to tourists. Hull was quiet. Leeds bought cameras. They failed within days.");
        Written("Which towns bought things?", Newsroom.Candidate(draft, 2, 0.99), Newsroom.Candidate(draft, 0, 0.98), Newsroom.Candidate(draft, 3, 0.97))
            .ShouldBe(["Leeds bought cameras.", "They failed within days.", "York sold drones to tourists."]);
    }

    private static List<string> Written(params CandidateSentence[] supported) => Written("Who bought it?", supported);

    private static List<string> Written(string question, params CandidateSentence[] supported) => [.. Draft(question, supported).Sentences.Select(sentence => sentence.Text)];

    private static Draft Draft(string question, params CandidateSentence[] supported) =>
        ExtractiveGenerator.Write(new GroundingContext(QuestionReader.Read(new Question(question, Newsroom.Now), []), new RetrievalResult([], []), supported), supported, FoundValues.None);
}
