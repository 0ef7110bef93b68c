using System.Text.Json;

namespace SurvBot.Acceptance.Slack;

/// <summary>What <c>survbot package slack</c> writes, judged by ajv against Slack's own schema, offline.</summary>
public sealed class PackageTests : IDisposable
{
    private const string
        Validator = "tests/peers/slack-manifest/validate-manifest.mjs", Mutations = "tests/peers/slack-manifest/mutations.jsonl",
        Schema = "src/SurvBot.Bot/Channels/Slack/Packaging/Schemas/Slack.manifest.schema.json";

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--host", "survbot.example.org")]
    [InlineData("--socket")]
    public async Task Another_validator_finds_nothing_in_a_manifest(params string[] options)
    {
        string file = await ManifestAsync(options);
        var verdict = await Clone.RunAsync("node", Validator, Schema, file);
        verdict.Errors.ShouldBeEmpty();
        verdict.Output.ShouldBe("""{"file":"slack.json","errors":[]}""" + "\n");
        verdict.ExitCode.ShouldBe(0);
    }

    /// <summary>The unit tests show that SurvBot refuses every line; here, that ajv refuses those that are marked so, and no fault of the marks hides one.</summary>
    [Fact]
    public async Task The_schema_refuses_what_the_mutations_say_it_refuses()
    {
        string file = await ManifestAsync("--host", "survbot.example.org");
        var run = await Clone.RunAsync("node", Validator, Schema, "--mutations", Clone.File(Mutations), file);
        run.ExitCode.ShouldBe(0, run.Errors);
        var verdicts = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("errors").GetArrayLength() > 0 ? "refuses" : "accepts").ToList();
        var lines = (await File.ReadAllLinesAsync(Clone.File(Mutations), Stop)).ToList();
        verdicts.Count.ShouldBe(lines.Count);
        lines.Zip(verdicts).Where(pair => JsonElement.Parse(pair.First).GetProperty("slack").GetString() != pair.Second).ShouldBeEmpty();
        verdicts.Count(verdict => verdict == "refuses").ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("--host: \"localhost\" is this machine only: write a host name that can be reached from outside.", "--host", "localhost")]
    [InlineData("--host is needed: the name under which Slack reaches the bot, such as survbot.example.org; or --socket. See 'survbot package slack --help'.")]
    [InlineData("Unrecognized command or argument '--sockets'. See 'survbot package slack --help'.", "--sockets")]
    public async Task Wrong_use_is_told_and_nothing_is_written(string line, params string[] options)
    {
        var run = await survbot.RunAsync(["package", "slack", "--out", "slack.json", .. options]);
        run.ErrorLines[0].ShouldBe(line);
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(2);
        Directory.GetFileSystemEntries(survbot.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_prompt_that_the_app_proposes_is_answered_from_the_starter_corpus()
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Clone.File("manifests/slack/manifest.json"), Stop));
        var prompts = manifest.RootElement.GetProperty("features").GetProperty("agent_view").GetProperty("suggested_prompts").EnumerateArray().Select(prompt => prompt.GetProperty("message").GetString()!).ToList();
        prompts.Count.ShouldBe(4);
        survbot.Write("prompts.jsonl", [.. prompts.Select(prompt => JsonSerializer.Serialize(new { id = prompt, question = prompt }))]);
        var run = await survbot.RunAsync("ask", "--batch", "prompts.jsonl", "--out", "answers.jsonl");
        run.ExitCode.ShouldBe(0, run.Errors);
        var statuses = (await File.ReadAllLinesAsync(Path.Combine(survbot.Folder, "answers.jsonl"), Stop)).Select(line => JsonElement.Parse(line).GetProperty("answer").GetProperty("status").GetString());
        statuses.ShouldAllBe(status => status == "answered" || status == "conflicting");
    }

    private async Task<string> ManifestAsync(params string[] options)
    {
        var run = await survbot.RunAsync(["package", "slack", "--out", "slack.json", .. options]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return Path.Combine(survbot.Folder, "slack.json");
    }
}
