using System.IO.Compression;
using System.Text.Json;

namespace SurvBot.Acceptance.Teams;

/// <summary>What <c>survbot package teams</c> writes, judged by Microsoft's own validator, offline.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Validator = "tests/peers/teams/validate-manifest.mjs", Mutations = "tests/peers/teams/mutations.jsonl";

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("manifest.json color.png outline.png de.json")]
    [InlineData("manifest.json color.png outline.png en.json", "--language", "de", "--link-domain", "news.example.org", "--version", "2.10.0")]
    public async Task Microsoft_s_validator_finds_nothing_in_a_package(string files, params string[] options)
    {
        string folder = await PackAsync(options);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(files.Split(' '), ignoreOrder: true);
        var verdict = await Clone.RunAsync("node", [Validator, .. Directory.GetFiles(folder, "*.json").Order()]);
        verdict.Errors.ShouldBeEmpty();
        verdict.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("errors").GetArrayLength()).ShouldBe([0, 0], verdict.Output);
        verdict.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        byte[] first = await ZipAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.1), Stop);
        (await ZipAsync()).ShouldBe(first);
    }

    /// <summary>The unit tests show that SurvBot refuses every line; here, that Microsoft refuses those that are marked so, and no fault of the marks hides one.</summary>
    [Fact]
    public async Task Microsoft_refuses_what_the_mutations_say_it_refuses()
    {
        string manifest = Path.Combine(await PackAsync(), "manifest.json");
        var run = await Clone.RunAsync("node", Validator, "--mutations", Clone.File(Mutations), manifest);
        run.ExitCode.ShouldBe(0, run.Errors);
        var verdicts = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("errors").GetArrayLength() > 0 ? "refuses" : "accepts").ToList();
        var lines = (await File.ReadAllLinesAsync(Clone.File(Mutations), Stop)).ToList();
        verdicts.Count.ShouldBe(lines.Count);
        lines.Zip(verdicts).Where(pair => JsonElement.Parse(pair.First).GetProperty("microsoft").GetString() != pair.Second).ShouldBeEmpty();
        verdicts.Count(verdict => verdict == "refuses").ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("MicrosoftTeams.schema.json")]
    [InlineData("MicrosoftTeams.Localization.schema.json")]
    public void The_schemas_in_the_program_are_Microsoft_s_unchanged(string name) =>
        File.ReadAllBytes(Clone.File($"src/SurvBot.Bot/Channels/Teams/Packaging/Schemas/{name}"))
            .ShouldBe(File.ReadAllBytes(Clone.File($"tests/peers/teams/node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.28/{name}")));

    [Fact]
    public async Task Every_prompt_that_the_app_proposes_is_answered_from_the_starter_corpus()
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Clone.File("manifests/teams/manifest.json"), Stop));
        var prompts = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany(list => list.GetProperty("commands").EnumerateArray()).Select(command => command.GetProperty("prompt").GetString()!).Distinct().ToList();
        prompts.Count.ShouldBeGreaterThanOrEqualTo(6);
        survbot.Write("prompts.jsonl", [.. prompts.Select(prompt => JsonSerializer.Serialize(new { id = prompt, question = prompt }))]);
        var run = await survbot.RunAsync("ask", "--batch", "prompts.jsonl", "--out", "answers.jsonl");
        run.ExitCode.ShouldBe(0, run.Errors);
        var statuses = (await File.ReadAllLinesAsync(Path.Combine(survbot.Folder, "answers.jsonl"), Stop)).Select(line => JsonElement.Parse(line).GetProperty("answer").GetProperty("status").GetString());
        statuses.ShouldAllBe(status => status == "answered" || status == "conflicting");
    }

    private async Task<byte[]> ZipAsync(params string[] options)
    {
        var run = await survbot.RunAsync(["package", "teams", "--app-id", "11111111-2222-4333-8444-555555555555", "--host", "survbot.example.org", "--out", "survbot.zip", .. options]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        return await File.ReadAllBytesAsync(Path.Combine(survbot.Folder, "survbot.zip"), Stop);
    }

    private async Task<string> PackAsync(params string[] options)
    {
        string folder = Path.Combine(survbot.Folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(await ZipAsync(options)), folder, Stop);
        return folder;
    }
}
