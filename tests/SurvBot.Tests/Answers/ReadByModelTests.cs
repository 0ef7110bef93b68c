using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Answers.Grounding;
using SurvBot.Tests.Generation.Questions;
using SurvBot.Tests.Generation.Writing;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

/// <summary>Answers to questions that a model read.</summary>
public sealed class ReadByModelTests
{
    private const string German = "Wie viele Kameras hat Leeds gekauft?";

    [Fact]
    public async Task A_question_in_another_language_is_answered_with_quotes_in_their_own()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras."), Newsroom.Draft("york", "York sold its drones to a farmer.")], reader: SomeReader.Saying(SomeReader.Reply("How many cameras did Leeds buy?", "de")));
        var steps = await newsroom.StepsAsync(German);
        var answer = steps[^1].ShouldBeOfType<Answered>().Answer;
        (answer.Question, answer.StandaloneQuestion, answer.Language, answer.Status).ShouldBe((German, "How many cameras did Leeds buy?", "de", AnswerStatus.Answered));
        answer.Text.ShouldBe("Die Artikel werden in ihrer eigenen Sprache zitiert.\n\nLeeds bought 40 cameras. [1]");
        answer.Diagnostics.Note.ShouldBeNull();
        AnswerContract.ShouldGrow(steps);
    }

    [Fact]
    public async Task A_remark_on_old_evidence_stays_the_first()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.", "2020-01")], reader: SomeReader.Saying(SomeReader.Reply("What is the latest on the cameras of Leeds?")));
        (await newsroom.AskAsync("Was ist das Neueste zu den Kameras von Leeds?")).Text
            .ShouldBe("The newest article found on this is from Jan 2020.\n\nDie Artikel werden in ihrer eigenen Sprache zitiert.\n\nLeeds bought 40 cameras. [1]");
    }

    [Fact]
    public async Task What_is_not_found_is_said_in_the_language_of_the_question_too()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras.")], reader: SomeReader.Saying(SomeReader.Reply("Who eats zebras?")));
        var answer = await newsroom.AskAsync("Wer isst Zebras und warum?");
        answer.Language.ShouldBe("de");
        answer.Text.ShouldStartWith("Dazu habe ich in den Artikeln nichts gefunden.\n\nI found nothing that answers this");
    }

    [Fact]
    public async Task A_timeline_is_told_as_the_question_was_meant()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018.")], reader: SomeReader.Saying(SomeReader.Reply("Timeline of cameras in Leeds")));
        var answer = await newsroom.AskAsync("Was ist wann mit den Kameras in Leeds passiert?");
        answer.Question.ShouldBe("Was ist wann mit den Kameras in Leeds passiert?");
        answer.Timeline.ShouldNotBeNull().Count.ShouldBe(1);
        answer.Language.ShouldBe("de");
    }

    [Fact]
    public async Task Without_a_model_or_when_it_fails_all_is_as_it_was()
    {
        var article = Newsroom.Draft("leeds", "Leeds bought 40 cameras.");
        using var without = await Newsroom.OpenAsync([article]);
        using var failing = await Newsroom.OpenAsync([article], reader: SomeReader.Saying("I am a teapot."));
        var (plain, told) = (await without.AskAsync(German), await failing.AskAsync(German));
        (told.Text, told.Status, told.Language, told.StandaloneQuestion, told.Citations.Count).ShouldBe((plain.Text, plain.Status, plain.Language, plain.StandaloneQuestion, plain.Citations.Count));
        told.Diagnostics.Note.ShouldBe("understood without the language model: what it wrote cannot be read");
    }

    [Fact]
    public async Task Each_part_of_a_comparison_has_its_place_among_what_is_found()
    {
        var crowd = Enumerable.Range(0, 12).Select(i => Newsroom.Draft($"megvii-{i}", $"Megvii sells camera {i} to shops, and the products of Megvii compare well with what Yitu sells."));
        using var newsroom = await Newsroom.OpenAsync([.. crowd, Newsroom.Draft("yitu", "Scanners are the products of Yitu.")]);
        var options = new AnswerOptions { Passages = 4 };
        var search = new EvidenceSearch(newsroom.Retriever, new EvidenceReader(null, Newsroom.Trusting, options), options);
        var plain = new MeantQuestion(new Question("Compare what Megvii sells with what Yitu sells.", Newsroom.Now));

        var whole = await search.LookUpAsync(plain, [], TestContext.Current.CancellationToken);
        whole.Retrieval.Passages.ShouldNotContain(passage => passage.Article.Url.EndsWith("/yitu"));
        var parts = await search.LookUpAsync(plain with { Searches = ["What does Megvii sell?", "Which products are of Yitu?"] }, [], TestContext.Current.CancellationToken);
        parts.Retrieval.Passages.Count.ShouldBe(4);
        parts.Retrieval.Passages[0].Passage.Id.ShouldBe(whole.Retrieval.Passages[0].Passage.Id);
        parts.Retrieval.Passages.Take(3).ShouldContain(passage => passage.Article.Url.EndsWith("/yitu"));
        parts.Retrieval.Passages.Select(passage => passage.Passage.Id).ShouldBeUnique();
        parts.Question.Parts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_follow_up_leans_on_what_was_answered_and_not_on_remarks_about_the_language()
    {
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras from Orvex.")]);
        var turn = new Turn("Who sold cameras to Leeds?", "Die Artikel werden in ihrer eigenen Sprache zitiert.\n\nLeeds bought 40 cameras from Orvex. [1]");
        (await newsroom.AskAsync("Who said that?", null, turn)).StandaloneQuestion.ShouldBe("Who said that Leeds bought 40 cameras from Orvex?");
    }

    [Fact]
    public async Task What_a_model_writes_is_checked_in_English_and_told_in_the_language_of_the_question()
    {
        await using var desk = Desk("How many cameras did Leeds buy?", "Leeds bought 40 cameras in March 2018. [1]", "1. Leeds kaufte im März 2018 40 Kameras.");
        using var newsroom = await OpenAsync(desk);
        var steps = await newsroom.StepsAsync(German);
        var answer = steps[^1].ShouldBeOfType<Answered>().Answer;
        (answer.Mode, answer.Language).ShouldBe((AnswerMode.Generative, "de"));
        answer.Text.ShouldBe("Von einem Sprachmodell übersetzt; geprüft ist das Original, das bei den Quellen steht.\n\nLeeds kaufte im März 2018 40 Kameras. [1]");
        answer.Citations.Single().Quotes.Single().Text.ShouldBe("Leeds bought 40 cameras in March 2018.");
        steps.OfType<TextGrew>().ShouldAllBe(step => answer.Text.StartsWith(step.Text, StringComparison.Ordinal));
        AnswerContract.ShouldGrow(steps);
    }

    [Fact]
    public async Task A_translation_that_changes_a_fact_does_not_leave()
    {
        await using var desk = Desk("How many cameras did Leeds buy?", "Leeds bought 40 cameras in March 2018. [1]", "1. Leeds kaufte im März 2018 400 Kameras.");
        using var newsroom = await OpenAsync(desk);
        var answer = await newsroom.AskAsync(German);
        answer.Text.ShouldBe("Die Artikel werden in ihrer eigenen Sprache zitiert.\n\nLeeds bought 40 cameras in March 2018. [1]");
        answer.Diagnostics.Note.ShouldBe("not translated (its figures are others): Leeds bought 40 cameras in March 2018.");
    }

    /// <summary>All of the program's model side over one model, which knows by the instructions what it is asked for.</summary>
    private static ServiceProvider Desk(string standalone, string draft, string translation) => new ServiceCollection().AddLogging()
        .AddModel(new ModelOptions { Provider = ModelOptions.OpenAI, Endpoint = "http://127.0.0.1:9/v1", Name = "desk" }, _ => null).AddAnswers()
        .AddSingleton<IChatClient>(new RecordingModel(messages => messages[0].Text.StartsWith("You prepare") ? SomeReader.Reply(standalone, "de") : messages[0].Text.StartsWith("You translate") ? translation : draft))
        .BuildServiceProvider();

    private static Task<Newsroom> OpenAsync(ServiceProvider desk) => Newsroom.OpenAsync([Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018.")],
        reader: desk.GetRequiredService<ModelReader>(), writer: desk.GetRequiredService<AnswerWriter>(), translator: desk.GetRequiredService<AnswerTranslator>());
}
