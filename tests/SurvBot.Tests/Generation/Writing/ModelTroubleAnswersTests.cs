using System.Diagnostics;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Tests.Answers;
using SurvBot.Tests.Generation.Models;
using SurvBot.Tests.Generation.Models.StandIn;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Writing;

/// <summary>Whatever a model's server does, a question gets an answer: through the real client of Azure OpenAI.</summary>
public sealed class ModelTroubleAnswersTests
{
    private const string Asked = "How many cameras did Harwick buy?", Written = "Harwick bought 40 street cameras in March. [1]\n";

    // What a person waits for at most.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Troubles { get; } =
    [
        "Busy", "BusyForLong", "Failed", "Overloaded", "Garbage", "LongLineAtOnce",
        nameof(ModelTroubles.Unauthorized), nameof(ModelTroubles.NoCredit), nameof(ModelTroubles.NotFound), nameof(ModelTroubles.TooManyTokens), nameof(ModelTroubles.FilteredQuestion), nameof(ModelTroubles.FilteredAnswer),
        nameof(ModelTroubles.Truncated), nameof(ModelTroubles.CutAtLength), nameof(ModelTroubles.GarbageAtFirst), nameof(ModelTroubles.GarbageMidway), nameof(ModelTroubles.Page), nameof(ModelTroubles.LongLine), nameof(ModelTroubles.Endless),
        nameof(ModelTroubles.StallAtFirst), nameof(ModelTroubles.StallBeforeWords), nameof(ModelTroubles.StallMidway), nameof(ModelTroubles.ResetAtFirst), nameof(ModelTroubles.ResetMidway), nameof(ModelTroubles.Empty), nameof(ModelTroubles.UnofferedTool),
    ];

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_question_is_answered_from_the_articles(string trouble)
    {
        await using var rig = await ModelRig.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(WriterRig.Articles, writer: WriterRig.Over(rig.Client));
        rig.StandIn.Next(Enumerable.Repeat(Named(trouble), 8));
        var (answer, took) = await AskAsync(newsroom);
        took.ShouldBeLessThan(Longest);
        (answer.Mode, answer.Status).ShouldBe((AnswerMode.Extractive, AnswerStatus.Answered));
        answer.Text.ShouldContain("Harwick bought 40 street cameras from Lumora in March.");
        answer.Remark.ShouldNotBeNull().ShouldContain("made of quotes");
        answer.Diagnostics.Note.ShouldNotBeNull().ShouldContain("language model");
        answer.Diagnostics.Note.ShouldNotContain(ModelStandIn.Key);
        AnswerContract.ShouldHold(answer, await newsroom.ArticlesAsync());
    }

    [Theory]
    [InlineData(nameof(ModelTroubles.StallMidway))]
    [InlineData(nameof(ModelTroubles.ResetMidway))]
    [InlineData(nameof(ModelTroubles.Truncated))]
    [InlineData(nameof(ModelTroubles.GarbageMidway))]
    [InlineData(nameof(ModelTroubles.LongLine))]
    [InlineData(nameof(ModelTroubles.FilteredAnswer))]
    public async Task What_was_written_before_it_stays_and_the_rest_is_quoted(string trouble)
    {
        await using var rig = await ModelRig.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(WriterRig.Articles, writer: WriterRig.Over(rig.Client));
        rig.StandIn.Next(async exchange =>
        {
            await exchange.BeginAsync();
            await exchange.WordsAsync($"{Written}The cameras ");
            // A reset takes with it what has not been read.
            await Task.Delay(TimeSpan.FromMilliseconds(300), exchange.Gone);
            await (trouble switch
            {
                nameof(ModelTroubles.StallMidway) => Task.Delay(Timeout.Infinite, exchange.Gone),
                nameof(ModelTroubles.ResetMidway) => Reset(exchange),
                nameof(ModelTroubles.GarbageMidway) => exchange.EventAsync("{\"choices\":[{\"delta\":17,\"index\":\"x\"}]}"),
                nameof(ModelTroubles.LongLine) => exchange.RawAsync($"data: {new string('x', 1024 * 1024)}"),
                nameof(ModelTroubles.FilteredAnswer) => exchange.EndAsync("content_filter"),
                _ => Task.CompletedTask,
            });
        });
        var (answer, took) = await AskAsync(newsroom);
        took.ShouldBeLessThan(Longest);
        answer.Mode.ShouldBe(AnswerMode.Generative);
        answer.Text.ShouldStartWith("Harwick bought 40 street cameras in March. [1]");
        answer.Remark.ShouldBe("The language model stopped midway; the rest is quoted.");
    }

    [Fact]
    public async Task With_the_patience_that_ships_a_silent_model_costs_less_than_half_a_minute()
    {
        var shipped = new ModelOptions();
        await using var rig = await ModelRig.StartAsync(change: options => (options.FirstWordsTimeout, options.PauseTimeout, options.TotalTimeout) = (shipped.FirstWordsTimeout, shipped.PauseTimeout, shipped.TotalTimeout));
        using var newsroom = await Newsroom.OpenAsync(WriterRig.Articles, writer: WriterRig.Over(rig.Client));
        rig.StandIn.Next(Enumerable.Repeat(ModelTroubles.StallBeforeWords, 8));
        var (answer, took) = await AskAsync(newsroom);
        took.ShouldBeLessThan(Longest);
        answer.Text.ShouldContain("Harwick bought 40 street cameras from Lumora in March.");
        answer.Remark.ShouldBe("The language model gave no answer in time, so this answer is made of quotes.");
    }

    private static async Task<(Answer Answer, TimeSpan Took)> AskAsync(Newsroom newsroom)
    {
        long started = Stopwatch.GetTimestamp();
        return (await newsroom.AskAsync(Asked), Stopwatch.GetElapsedTime(started));
    }

    private static Task Reset(ModelExchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    private static ModelTrouble Named(string trouble) => trouble switch
    {
        "Busy" => ModelTroubles.Busy("1"),
        "BusyForLong" => ModelTroubles.Busy("60"),
        "Failed" => ModelTroubles.Failed(),
        "Overloaded" => ModelTroubles.Failed(503),
        "Garbage" => exchange => exchange.RefuseAsync(200, "\0\u0001 no stream \uFFFF"),
        "LongLineAtOnce" => exchange => exchange.RefuseAsync(200, $"data: {new string('x', 10 * 1024 * 1024)}\n\n"),
        _ => (ModelTrouble)typeof(ModelTroubles).GetProperty(trouble)!.GetValue(null)!,
    };
}
