using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using SurvBot.Answers;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Generation.Writing;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Translation;

public sealed class AnswerTranslatorTests
{
    private static readonly Draft Told = new([Written("Leeds bought 40 cameras."), Written("York did not buy cameras."), Written("Hull bought 12 drones.") with { IsWritten = false }]);

    [Fact]
    public async Task The_messages_are_as_approved()
    {
        var model = new RecordingModel(_ => "");
        await TranslateAsync(model, Told);
        $"{string.Join("\n\n", model.Requests.Single().Messages.Select(message => $"--- {message.Role}\n{message.Text}"))}\n".ShouldMatchApproved(options => options.SubFolder("Approved"));
    }

    [Theory]
    [InlineData("1. Leeds kaufte 40 Kameras.\n2. York kaufte keine Kameras.")]
    [InlineData("Gerne!\n\n2) York kaufte keine Kameras.\n[1] Leeds kaufte 40 Kameras.\n3. Hull kaufte 12 Drohnen.\n1. Leeds kaufte 50 Kameras.")]
    public async Task What_was_written_is_translated_and_what_is_quoted_is_not(string reply)
    {
        var translated = await TranslateAsync(new RecordingModel(_ => reply), Told);
        translated.Draft.Sentences.Select(sentence => sentence.Text).ShouldBe(["Leeds kaufte 40 Kameras.", "York kaufte keine Kameras.", "Hull bought 12 drones."]);
        translated.Draft.Sentences.Select(sentence => sentence.Original).ShouldBe(["Leeds bought 40 cameras.", "York did not buy cameras.", null]);
        (translated.HasTranslation, translated.Note).ShouldBe((true, null));
    }

    [Fact]
    public async Task A_sentence_that_cannot_be_trusted_stays_as_it_was_checked()
    {
        var translated = await TranslateAsync(new RecordingModel(_ => "1. Leeds kaufte 400 Kameras.\n3. Oho."), Told);
        translated.Draft.Sentences.ShouldBe(Told.Sentences);
        translated.HasTranslation.ShouldBeFalse();
        translated.Note.ShouldBe("not translated (its figures are others): Leeds bought 40 cameras.; not translated (it is missing): York did not buy cameras.");
    }

    [Fact]
    public async Task A_model_that_fails_leaves_all_as_it_was()
    {
        var translated = await TranslateAsync(new RecordingModel(_ => "1. Leeds kaufte 40 Kameras.") { AtTheEnd = () => throw new ModelUnavailableException(ModelFault.CutShort, "It broke off.") }, Told);
        translated.Draft.ShouldBeSameAs(Told);
        translated.Note.ShouldBe("not translated: It broke off.");
    }

    [Fact]
    public async Task A_budget_that_is_used_up_asks_nobody()
    {
        var model = new RecordingModel(_ => "1. Leeds kaufte 40 Kameras.");
        var translated = await TranslateAsync(model, Told, ledger: new PassingLedger(new ModelOptions { UserTokensPerDay = 100 }, TimeProvider.System));
        model.Requests.ShouldBeEmpty();
        translated.Draft.ShouldBeSameAs(Told);
        translated.Note.ShouldBe("not translated: today's budget for the language model is used up");
    }

    [Fact]
    public async Task Nobody_is_asked_where_nothing_was_written_or_the_language_is_unknown()
    {
        var model = new RecordingModel(_ => "");
        (await TranslateAsync(model, new Draft([Told.Sentences[2]]))).HasTranslation.ShouldBeFalse();
        (await TranslateAsync(model, Told, "ja")).HasTranslation.ShouldBeFalse();
        model.Requests.ShouldBeEmpty();
    }

    private static DraftSentence Written(string text) => new(text, [new Quotation(Some.Article("a", text), new TextSpan(0, text.Length))], 1) { IsWritten = true };

    private static Task<TranslatedDraft> TranslateAsync(IChatClient model, Draft draft, string language = "de", IUsageLedger? ledger = null)
    {
        var kernel = new Kernel(new ServiceCollection().AddSingleton(model).BuildServiceProvider());
        return new AnswerTranslator(kernel, ledger ?? new PassingLedger(new ModelOptions(), TimeProvider.System), TimeProvider.System, NullLogger<AnswerTranslator>.Instance)
            .TranslateAsync(draft, Asker.CommandLine, language, "0123456789abcdef", TestContext.Current.CancellationToken);
    }
}
