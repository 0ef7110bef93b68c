using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Tests.Generation.Models;
using SurvBot.Tests.Generation.Models.StandIn;
using SurvBot.Tests.Generation.Writing;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Questions;

public sealed class ModelReaderTests
{
    private static readonly Turn Funded = new("Who funded SenseTime?", "Qualcomm funded SenseTime. [1]");
    private static readonly Question FollowUp = new("And what of Megvii?", Newsroom.Now, [Funded]) { Publishers = ["CNN"] };

    [Fact]
    public async Task A_follow_up_stands_alone()
    {
        var meant = await ReadAsync(FollowUp, SomeReader.Reply("Who funded Megvii?"));
        meant.Question.Text.ShouldBe("Who funded Megvii?");
        meant.Question.History.ShouldBeEmpty();
        meant.Question.Publishers.ShouldBe(["CNN"]);
        (meant.Language, meant.Note).ShouldBe(("en", null));
    }

    [Fact]
    public async Task A_comparison_is_looked_up_in_its_parts_and_those_from_nowhere_are_left_out()
    {
        var meant = await ReadAsync(
            new Question("Compare what Megvii and SenseTime sell.", Newsroom.Now),
            SomeReader.Reply("Compare what Megvii and SenseTime sell.", "en", "What does Megvii sell?", "What does Hikvision sell?", "What does SenseTime sell?", "What does Megvii sell?", "Compare what Megvii and SenseTime sell."));
        meant.Searches.ShouldBe(["What does Megvii sell?", "What does SenseTime sell?"]);
    }

    [Fact]
    public async Task A_question_that_stands_alone_stays_as_it_was_asked()
    {
        var question = new Question("Compare what Megvii and SenseTime sell.", Newsroom.Now);
        var meant = await ReadAsync(question, SomeReader.Reply("What does Hikvision sell?", "en", "What does Megvii sell?"));
        meant.Question.ShouldBeSameAs(question);
        meant.Searches.ShouldBe(["What does Megvii sell?"]);
        meant.Note.ShouldBeNull();
    }

    [Fact]
    public async Task No_more_than_four_parts_are_looked_up() =>
        (await ReadAsync(new Question("Compare Megvii and SenseTime.", Newsroom.Now), SomeReader.Reply("Compare Megvii and SenseTime.", "en", [.. Enumerable.Range(0, 9).Select(i => string.Join(' ', Enumerable.Repeat("Megvii", i + 1)))]))).Searches.Count.ShouldBe(4);

    [Theory]
    [InlineData("Wie viele Kameras hat Leeds gekauft?", "de", "de")]
    [InlineData("Wie viele Kameras hat Leeds gekauft?", "fr", "de")]
    [InlineData("Wie viele Kameras hat Leeds gekauft?", "Klingon", "de")]
    public async Task The_words_tell_the_language_and_not_the_model(string asked, string told, string language)
    {
        var meant = await ReadAsync(new Question(asked, Newsroom.Now), SomeReader.Reply("How many cameras did Leeds buy?", told));
        (meant.Question.Text, meant.Language).ShouldBe(("How many cameras did Leeds buy?", language));
    }

    [Theory, InlineData("sv", "sv"), InlineData("Klingon", "en")]
    public async Task Where_words_tell_none_the_model_does(string told, string language) =>
        (await ReadAsync(FollowUp with { Text = "Megvii?" }, SomeReader.Reply("Who funded Megvii?", told))).Language.ShouldBe(language);

    [Theory]
    [InlineData("Who funded Hikvision?", "it added Hikvision")]
    [InlineData("Who funded SenseTime?", "it left out Megvii")]
    public async Task What_speaks_of_something_else_does_not_count(string standalone, string why)
    {
        var meant = await ReadAsync(FollowUp, SomeReader.Reply(standalone, "de", "Megvii"));
        meant.Question.ShouldBeSameAs(FollowUp);
        (meant.Searches.Count, meant.Language, meant.Note).ShouldBe((0, "en", $"understood without the language model: {why}"));
    }

    [Fact]
    public async Task Nor_does_what_cannot_be_read() => (await ReadAsync(FollowUp, "Who funded Megvii?")).Note.ShouldBe("understood without the language model: what it wrote cannot be read");

    [Fact]
    public async Task What_it_used_is_counted()
    {
        var ledger = new PassingLedger(new ModelOptions { UserTokensPerDay = 5_000 }, TimeProvider.System);
        var model = new RecordingModel(_ => SomeReader.Reply("Who funded Megvii?")) { Usage = new UsageDetails { InputTokenCount = 300, OutputTokenCount = 40 } };
        (await SomeReader.Of(model, ledger).ReadAsync(FollowUp, [], TestContext.Current.CancellationToken)).Used.ShouldBe(new TokenUsage(300, 40));
        (await ledger.TryReserveAsync(FollowUp.Asker, new TokenUsage(4_661, 0), TestContext.Current.CancellationToken)).ShouldBeNull();
        (await ledger.TryReserveAsync(FollowUp.Asker, new TokenUsage(4_660, 0), TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_budget_that_is_used_up_asks_nobody()
    {
        var model = new RecordingModel(_ => SomeReader.Reply("Who funded Megvii?"));
        var meant = await SomeReader.Of(model, new PassingLedger(new ModelOptions { UserTokensPerDay = 100 }, TimeProvider.System)).ReadAsync(FollowUp, [], TestContext.Current.CancellationToken);
        model.Requests.ShouldBeEmpty();
        meant.Question.ShouldBeSameAs(FollowUp);
        meant.Note.ShouldBe("understood without the language model: today's budget is used up");
    }

    [Fact]
    public async Task A_plain_question_asks_nobody_and_a_hard_one_asks_once()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Reply(_ => SomeReader.Reply("Who funded Megvii?"));
        var reader = Reader(rig);
        foreach (string plain in new[] { "How many cameras did Leeds buy?", "Who funded Megvii?", "Is Clearview AI banned in Canada?", "Which cities banned facial recognition?" })
            (await reader.ReadAsync(new Question(plain, Newsroom.Now, [Funded]), [], TestContext.Current.CancellationToken)).Question.Text.ShouldBe(plain);
        rig.StandIn.Requests.ShouldBeEmpty();
        (await reader.ReadAsync(FollowUp, [], TestContext.Current.CancellationToken)).Question.Text.ShouldBe("Who funded Megvii?");
        rig.StandIn.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_stalls_is_waited_for_no_longer_than_four_seconds()
    {
        await using var rig = await ModelRig.StartAsync(change: options => (options.FirstWordsTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
        rig.StandIn.Next(ModelTroubles.StallAtFirst);
        long started = TimeProvider.System.GetTimestamp();
        var meant = await Reader(rig).ReadAsync(FollowUp, [], TestContext.Current.CancellationToken);
        TimeProvider.System.GetElapsedTime(started).ShouldBeInRange(TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(7));
        meant.Question.ShouldBeSameAs(FollowUp);
        meant.Note.ShouldNotBeNull().ShouldStartWith("understood without the language model: ");
    }

    [Fact]
    public async Task A_model_that_refuses_is_done_without()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Unauthorized);
        var meant = await Reader(rig).ReadAsync(FollowUp, [], TestContext.Current.CancellationToken);
        meant.Question.ShouldBeSameAs(FollowUp);
        meant.Note.ShouldNotBeNull().ShouldContain("401");
    }

    private static Task<MeantQuestion> ReadAsync(Question question, string reply) => SomeReader.Saying(reply).ReadAsync(question, [], TestContext.Current.CancellationToken);

    private static ModelReader Reader(ModelRig rig) => SomeReader.Of(rig.Client, rig.Services.GetRequiredService<IUsageLedger>());
}
