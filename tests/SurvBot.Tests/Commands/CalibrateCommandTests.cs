using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Answers.Grounding;
using SurvBot.Bot.Commands;
using SurvBot.Bot.Evaluation.Calibration;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

/// <summary>From questions to a support model, through the command line, by keywords only.</summary>
public sealed class CalibrateCommandTests : IDisposable
{
    private static readonly string[] Towns = ["Aldbury", "Brackley", "Chatteris", "Dunwich", "Evesham", "Faversham", "Grantham", "Halstead", "Ilminster", "Keswick", "Ledbury", "Marlow"];

    private readonly PlainConsole output = new(width: 400);
    private readonly PlainConsole errors = new(width: 400);
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Questions_become_examples_and_examples_a_model()
    {
        await CollectAsync();
        await RunAsync("calibrate", "fit", "examples.jsonl", "--out", "model.json");

        var model = JsonSerializer.Deserialize<SupportModel>(await File.ReadAllTextAsync(InFolder("model.json"), Cancel), JsonSerializerOptions.Web)!;
        model.Features.ShouldBe(SupportModel.Unfitted.Features);
        model.Weights.Count.ShouldBe(model.Features.Count);
        model.Weights.ShouldAllBe(weight => weight == Math.Round(weight, 3));
        model.AnswerThreshold.ShouldBeInRange(0.01, 0.99);
        model.FurtherThreshold.ShouldBeInRange(0, model.AnswerThreshold);
        output.Text.ShouldContain("answerThreshold 0.");
        output.Text.ShouldContain("examples                                12");
    }

    [Fact]
    public async Task A_question_is_also_looked_up_without_the_articles_that_answer_it()
    {
        await CollectAsync();
        var runs = await ExampleFile.ReadAsync(InFolder("examples.jsonl"), SupportModel.Unfitted.Features, Cancel);
        runs.CountBy(run => run.Kind).ToDictionary().ShouldBe(new Dictionary<RunKind, int> { [RunKind.Answerable] = 12, [RunKind.GoldRemoved] = 12, [RunKind.Unanswerable] = 12 }, ignoreOrder: true);
        var answerable = runs.Where(run => run.Kind == RunKind.Answerable).ToList();
        answerable.ShouldAllBe(run => run.Examples.Count(example => example.HoldsAnswer) == 1);
        runs.Except(answerable).SelectMany(run => run.Examples).ShouldAllBe(example => !example.HoldsAnswer);
        // No other article names the town.
        int nameInArticle = SupportModel.Unfitted.Features.Index().Single(feature => feature.Item == "worstNameInArticle").Index;
        runs.Where(run => run.Kind == RunKind.GoldRemoved).SelectMany(run => run.Examples).ShouldAllBe(example => example.Features[nameInArticle] < 1);
    }

    [Fact]
    public async Task Other_examples_are_refused_in_one_line()
    {
        await File.WriteAllTextAsync(InFolder("examples.jsonl"), """{"features":["near"]}""", Cancel);
        (await Runner().RunAsync(["calibrate", "fit", "examples.jsonl", "--out", "model.json"], Cancel)).ShouldBe(1);
        errors.Text.ShouldEndWith("was collected with other features than this program measures. Run 'survbot calibrate collect' again.\n");
        File.Exists(InFolder("model.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_help_does_not_list_it()
    {
        await RunAsync("--help");
        output.Text.ShouldContain("eval");
        output.Text.ShouldNotContain("calibrate");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task CollectAsync()
    {
        await WriteLinesAsync("articles.jsonl", Towns.Select((town, i) => (object)new
        {
            url = $"https://news.example/{town}",
            title = $"Cameras in {town}",
            publisher = "The Example",
            publishedAt = "2026-05-01",
            body = $"The market square of {town} is watched day and night. The council of {town} bought {Cameras(i)} cameras in May. Another 9 cameras stand in {town} already. Residents of the old quarter complained loudly about it.",
        }));
        await WriteLinesAsync("questions.jsonl", Towns.SelectMany((town, i) => (object[])
        [
            new { id = $"a{i}", question = $"How many cameras did the council of {town} buy?", asOf = "2026-06-01", type = "single", answers = new[] { $"{Cameras(i)} cameras" }, goldUrls = new[] { $"https://news.example/{town}" } },
            new { id = $"u{i}", question = $"How many cameras were stolen in {town}?", asOf = "2026-06-01", type = "unanswerable", answers = Array.Empty<string>(), goldUrls = Array.Empty<string>() },
        ]));
        await RunAsync("ingest", "articles.jsonl");
        await RunAsync("calibrate", "collect", "questions.jsonl", "--out", "examples.jsonl");
    }

    private static int Cameras(int i) => 120 + 7 * i;

    private Task WriteLinesAsync(string file, IEnumerable<object> lines) => File.WriteAllLinesAsync(InFolder(file), lines.Select(line => JsonSerializer.Serialize(line)), Cancel);

    private string InFolder(string file) => Path.Combine(folder, file);

    private async Task RunAsync(params string[] arguments) => (await Runner().RunAsync(arguments, Cancel)).ShouldBe(0, errors.Text);

    /// <summary>A program whose own support model was fitted on other features: nothing here may need it.</summary>
    private CommandRunner Runner() => new(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = TimeProvider.System,
        CurrentDirectory = folder,
        Variable = _ => null,
        Replace = services =>
        {
            services.RemoveAll<IEmbeddingGenerator<string, Embedding<float>>>();
            services.AddSingleton<SupportModel>(_ => throw new InvalidOperationException("fitted on other features"));
        },
    });
}
