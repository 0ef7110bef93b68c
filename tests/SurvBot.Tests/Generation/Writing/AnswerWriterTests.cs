using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Writing;

public sealed class AnswerWriterTests
{
    private const string Asked = "How many cameras did Harwick buy?";

    [Fact]
    public async Task What_passes_the_check_is_the_answer()
    {
        using var newsroom = await OpenAsync(_ => "Harwick bought 40 street cameras in March. [1]");
        var answer = await newsroom.AskAsync(Asked);
        (answer.Mode, answer.Remark).ShouldBe((AnswerMode.Generative, null));
        answer.Text.ShouldStartWith("Harwick bought 40 street cameras in March. [1]");
        answer.Sentences.Count.ShouldBe(1);
        answer.Citations.Single().Quotes.Single().Text.ShouldBe("Harwick bought 40 street cameras from Lumora in March.");
    }

    [Fact]
    public async Task What_is_stopped_is_written_once_more_and_told_why()
    {
        var model = new RecordingModel(messages => IsRepair(messages) ? "Harwick bought 40 street cameras from Lumora. [1]" : "Harwick bought 90 street cameras. [1]");
        using var newsroom = await OpenAsync(model);
        var answer = await newsroom.AskAsync(Asked);
        answer.Sentences.Select(sentence => sentence.Text).ShouldBe(["Harwick bought 40 street cameras from Lumora."]);
        model.Requests.Count.ShouldBe(2);
        model.Requests[1].Messages[^1].Text.ShouldContain("Harwick bought 90 street cameras. [1] (90 street cameras)");
        answer.Diagnostics.Note.ShouldNotBeNull().ShouldContain("stopped (amount: 90 street cameras)");
    }

    [Fact]
    public async Task A_model_that_goes_on_lying_is_asked_twice_and_quoted_articles_are_the_answer()
    {
        var model = new RecordingModel(_ => "Harwick bought 90 street cameras. [1]");
        using var newsroom = await OpenAsync(model);
        var answer = await newsroom.AskAsync(Asked);
        model.Requests.Count.ShouldBe(2);
        answer.Mode.ShouldBe(AnswerMode.Extractive);
        answer.Text.ShouldNotContain("90");
        answer.Text.ShouldContain("Harwick bought 40 street cameras from Lumora in March.");
        answer.Remark.ShouldBe("What the language model wrote was not backed by the articles, so this answer is made of quotes.");
    }

    [Fact]
    public async Task What_it_says_in_other_words_is_told_in_the_article_s()
    {
        using var newsroom = await OpenAsync(_ => "Harwick bought 40 street cameras in March. [1]\nThe cameras never read any plates, Lumora pledged. [1]");
        var answer = await newsroom.AskAsync(Asked);
        answer.Sentences.Select(sentence => sentence.Text).ShouldBe(["Harwick bought 40 street cameras in March.", "The cameras do not read plates, Lumora said."]);
    }

    [Fact]
    public async Task Nothing_is_asked_for_twice_while_the_articles_stay_the_same()
    {
        var model = new RecordingModel(_ => "Harwick bought 40 street cameras in March. [1]");
        using var newsroom = await OpenAsync(model);
        var first = await newsroom.AskAsync(Asked);
        var second = await newsroom.AskAsync(Asked);
        second.Text.ShouldBe(first.Text);
        second.Diagnostics.Note.ShouldBe("written for an earlier question");
        model.Requests.Count.ShouldBe(1);

        await newsroom.AskAsync(Asked, Newsroom.Now.AddDays(1));
        model.Requests.Count.ShouldBe(2);
        await newsroom.AddAsync(Newsroom.Draft("more", "Harwick bought 7 drones from Orvex in May.", "2021-05-02", "Ledger"));
        await newsroom.AskAsync(Asked);
        model.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_was_not_finished_is_not_kept()
    {
        bool isFailing = true;
        var model = new RecordingModel(_ => "Harwick bought 40 street cameras in March. [1]\n") { AtTheEnd = () => { if (isFailing) throw new ModelUnavailableException(ModelFault.CutShort, "It broke off."); } };
        using var newsroom = await OpenAsync(model);
        var broken = await newsroom.AskAsync(Asked);
        broken.Remark.ShouldBe("The language model stopped midway; the rest is quoted.");
        broken.Text.ShouldStartWith("Harwick bought 40 street cameras in March. [1]");
        isFailing = false;
        (await newsroom.AskAsync(Asked)).Remark.ShouldBeNull();
        model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Budgets_hold_under_a_hundred_questions_at_once_and_whoever_gets_none_is_told()
    {
        const int Questions = 100;
        var options = new ModelOptions { WorkspaceTokensPerDay = 25_000 };
        var ledger = new CountingLedger(new PassingLedger(options, TimeProvider.System));
        var model = new RecordingModel(_ => "Harwick bought 40 street cameras in March. [1]") { Usage = new UsageDetails { InputTokenCount = 400, OutputTokenCount = 100 } };
        using var newsroom = await OpenAsync(model, ledger);
        var answers = await Task.WhenAll(Enumerable.Range(1, Questions).Select(day => newsroom.AskAsync(Asked, Newsroom.Now.AddDays(day))));

        int written = answers.Count(answer => answer.Mode == AnswerMode.Generative);
        written.ShouldBeInRange(1, 50);
        ledger.Settled.ShouldBe(written * 500L);
        ledger.Settled.ShouldBeLessThanOrEqualTo(options.WorkspaceTokensPerDay);
        model.Requests.Count.ShouldBe(written);
        answers.Where(answer => answer.Mode == AnswerMode.Extractive).ShouldAllBe(answer => answer.Remark == "Today's budget for written answers is used up, so this answer is made of quotes." && answer.Text.Contains("40 street cameras"));
    }

    [Fact]
    public async Task The_deadline_reaches_the_model_s_client()
    {
        var model = new RecordingModel(_ => "Harwick bought 40 street cameras in March. [1]");
        using var newsroom = await OpenAsync(model);
        var before = TimeProvider.System.GetUtcNow();
        await newsroom.AskAsync(Asked);
        ModelDeadline.Of(model.Requests.Single().Options).ShouldNotBeNull().ShouldBeInRange(before + new AnswerOptions().WritingTime, before + new AnswerOptions().WritingTime + TimeSpan.FromMinutes(1));
    }

    private static bool IsRepair(IReadOnlyList<ChatMessage> messages) => messages.Count > 2;

    [Theory]
    [InlineData(70)]
    [InlineData(130)]
    [InlineData(3_000)]
    public async Task What_a_model_reads_keeps_within_its_tokens(int most)
    {
        var model = new RecordingModel(_ => "Harwick bought 40 street cameras in March. [1]");
        var articles = Enumerable.Range(1, 9).Select(n => Newsroom.Draft($"harwick-{n}", $"Harwick bought {n * 10} street cameras from Lumora-{n * 77} in {2010 + n}, wrote reporter no. {n}.", $"{2010 + n}-03-14", $"Courier {n}"));
        using var newsroom = await Newsroom.OpenAsync(articles, writer: WriterRig.Over(model, options: new AnswerOptions { PromptTokens = most }));
        await newsroom.AskAsync(Asked);

        var lines = model.Requests[0].Messages[^1].Text.Split('\n');
        var sheet = lines.Where(line => line.StartsWith('[') || line.StartsWith('«')).ToList();
        sheet.Count.ShouldBe(most switch { 70 => 2, 130 => 4, _ => 6 });
        TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(string.Join('\n', sheet)).ShouldBeInRange(1, most);
    }

    private static Task<Newsroom> OpenAsync(Func<IReadOnlyList<ChatMessage>, string> say) => OpenAsync(new RecordingModel(say));

    private static Task<Newsroom> OpenAsync(IChatClient model, IUsageLedger? ledger = null) => Newsroom.OpenAsync(WriterRig.Articles, writer: WriterRig.Over(model, ledger));

    /// <summary>Adds up what was settled.</summary>
    private sealed class CountingLedger(IUsageLedger inner) : IUsageLedger
    {
        private long settled;

        public long Settled => settled;

        public Task<Reservation?> TryReserveAsync(Asker asker, TokenUsage most, CancellationToken cancellationToken) => inner.TryReserveAsync(asker, most, cancellationToken);

        public Task SettleAsync(Reservation reservation, TokenUsage used, CancellationToken cancellationToken)
        {
            Interlocked.Add(ref settled, used.Total);
            return inner.SettleAsync(reservation, used, cancellationToken);
        }
    }
}
