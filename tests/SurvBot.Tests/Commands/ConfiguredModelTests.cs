using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Bot.Commands;
using SurvBot.Tests.Generation.Models.StandIn;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

/// <summary>What the commands say of the language model that the settings name.</summary>
public sealed class ConfiguredModelTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;
    private readonly PlainConsole output = new(width: 400);
    private readonly PlainConsole errors = new(width: 400);

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Doctor_is_content_with_none()
    {
        await RunAsync(new ModelOptions(), "doctor");
        output.Text.ShouldMatch(@"✓ language model +none: answers are quotes");
    }

    [Fact]
    public async Task Doctor_asks_the_model_one_question_and_never_shows_the_key()
    {
        await using var standIn = await ModelStandIn.StartAsync();
        (await RunAsync(Options(standIn), "doctor")).ShouldBe(0);
        output.Text.ShouldMatch(@"✓ language model +desk at 127\.0\.0\.1:\d+ \(azure, with a key\) answers");
        standIn.Requests.Count.ShouldBe(1);
        output.Text.ShouldNotContain(ModelStandIn.Key);
    }

    [Fact]
    public async Task Doctor_tells_why_the_model_does_not_answer_and_the_fix()
    {
        await using var standIn = await ModelStandIn.StartAsync();
        standIn.Next(ModelTroubles.NotFound);
        (await RunAsync(Options(standIn), "doctor")).ShouldBe(0);
        output.Text.ShouldMatch(@"! language model +desk at .+: There is no such deployment or model at the language model's address \(HTTP 404\)\. Answers are quotes meanwhile");
        output.Text.ShouldContain("check SurvBot__Model__Name");
    }

    [Fact]
    public async Task Doctor_tells_a_setting_that_cannot_work()
    {
        (await RunAsync(new ModelOptions { Provider = "azure", ApiKey = "canary" }, "doctor")).ShouldBe(1);
        output.Text.ShouldMatch(@"✗ language model +SurvBot__Model__Endpoint: it is missing");
        output.Text.ShouldNotContain("canary");
    }

    [Theory, InlineData("ask", "What is new?"), InlineData("chat", ""), InlineData("timeline", "Clearview")]
    public async Task What_answers_refuses_a_setting_that_cannot_work_in_one_line(string command, string argument)
    {
        (await RunAsync(new ModelOptions { Provider = "azzure" }, argument.Length > 0 ? [command, argument] : [command])).ShouldBe(1);
        errors.Text.ShouldBe("Language model, SurvBot__Model__Provider: it is none that SurvBot knows; set it to azure, openai or none.\n");
    }

    [Fact]
    public async Task Ask_has_a_question_in_another_language_read_by_the_model()
    {
        await using var standIn = await ModelStandIn.StartAsync();
        standIn.Reply(request => request.Messages[0].Text.StartsWith("You prepare") ? """{"standalone":"For how many years is Rite Aid barred from facial recognition?","searches":[],"language":"de"}""" : "Nobody knows.");
        (await RunAsync(Options(standIn), "ask", "Wie viele Jahre lang darf Rite Aid keine Gesichtserkennung nutzen?")).ShouldBe(0);
        output.Text.ShouldContain("Die Artikel werden in ihrer eigenen Sprache zitiert.");
        output.Text.ShouldContain("five years");
        standIn.Requests.Count(request => request.Messages[0].Text.StartsWith("You prepare")).ShouldBe(1);
    }

    [Fact]
    public async Task Ask_has_no_plain_question_read_by_the_model()
    {
        await using var standIn = await ModelStandIn.StartAsync();
        standIn.Reply(_ => "Nobody knows.");
        (await RunAsync(Options(standIn), "ask", "For how many years is Rite Aid barred from facial recognition?")).ShouldBe(0);
        standIn.Requests.ShouldAllBe(request => request.Messages[0].Text.StartsWith("You write"));
    }

    private static ModelOptions Options(ModelStandIn standIn) => new() { Provider = "azure", Endpoint = standIn.Address, Name = "desk", ApiKey = ModelStandIn.Key };

    private Task<int> RunAsync(ModelOptions options, params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = TimeProvider.System,
        CurrentDirectory = folder,
        Variable = _ => null,
        Replace = services => services.RemoveAll<ModelOptions>().AddModel(options, _ => null),
    }).RunAsync(arguments, TestContext.Current.CancellationToken);
}
