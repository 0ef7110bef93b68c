using SurvBot.Answers;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

public sealed class AnswerStepsTests
{
    [Fact]
    public async Task They_search_then_read_then_tell_sentence_by_sentence_then_answer()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras."), Newsroom.Draft("york", "York bought 20 cameras. York sold its drones to a farmer.")]);
        var steps = await newsroom.StepsAsync("Which towns bought cameras?");

        var answer = steps[^1].ShouldBeOfType<Answered>().Answer;
        answer.Sentences.Count.ShouldBeGreaterThan(1);
        steps.Select(step => step.GetType()).ShouldBe([typeof(SearchingArticles), typeof(ReadingPassages), .. answer.Sentences.Select(_ => typeof(TextGrew)), typeof(Answered)]);
        AnswerContract.ShouldGrow(steps);
    }

    [Fact]
    public async Task They_count_what_is_there()
    {
        using var newsroom = await Newsroom.OpenAsync(Enumerable.Range(0, 12).Select(i => Newsroom.Draft($"town-{i}", $"Town number {i} bought cameras.")));
        var steps = await newsroom.StepsAsync("Who bought cameras?");
        steps.ShouldContain(new SearchingArticles(12));
        steps.ShouldContain(new ReadingPassages(new AnswerOptions().PassagesRead));
    }

    [Fact]
    public async Task Without_a_model_all_that_was_found_is_read()
    {
        using var newsroom = await Newsroom.OpenAsync(Enumerable.Range(0, 12).Select(i => Newsroom.Draft($"town-{i}", $"Town number {i} bought cameras.")), embeddings: false);
        (await newsroom.StepsAsync("Who bought cameras?")).ShouldContain(new ReadingPassages(12));
    }

    [Fact]
    public async Task A_text_of_old_evidence_says_so_from_the_beginning()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras. Leeds bought 20 cameras for its schools.", "2020-01")]);
        var steps = await newsroom.StepsAsync("What is the latest on the cameras of Leeds?");
        steps[^1].ShouldBeOfType<Answered>().Answer.Status.ShouldBe(AnswerStatus.Stale);
        steps.OfType<TextGrew>().Count().ShouldBeGreaterThan(1);
        steps.OfType<TextGrew>().ShouldAllBe(step => step.Text.StartsWith("The newest article found on this is from Jan 2020.\n\n"));
        AnswerContract.ShouldGrow(steps);
    }

    [Fact]
    public async Task An_abstention_has_no_text_that_grows()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.")]);
        var steps = await newsroom.StepsAsync("Zebra quagga okapi?");
        steps.Select(step => step.GetType()).ShouldBe([typeof(SearchingArticles), typeof(ReadingPassages), typeof(Answered)]);
    }
}
