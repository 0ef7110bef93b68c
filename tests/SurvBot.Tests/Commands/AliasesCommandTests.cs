using System.Text.Json;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Bot.Commands;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class AliasesCommandTests : IDisposable
{
    private readonly PlainConsole output = new(width: 400);
    private readonly PlainConsole errors = new();
    private readonly TemporaryCorpus corpus = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        corpus.Dispose();
    }

    private string Folder => Path.GetDirectoryName(corpus.FilePath)!;

    private string AliasPath => Path.Combine(Folder, AliasFile.Name);

    [Fact]
    public async Task The_list_names_every_group_and_tells_a_bad_line()
    {
        await File.WriteAllTextAsync(AliasPath, $"Lumora\tQuillcam\u0007\nLumora\tQuillcam\tthe Norvik start-up\n{AliasText.Marker}\nFair Market Office\tFMO\n", TestContext.Current.CancellationToken);

        (await RunAsync("aliases")).ShouldBe(0);

        output.Text.ShouldBe("Lumora: Quillcam; the Norvik start-up\nFair Market Office: FMO (gathered)\n");
        errors.Text.ShouldBe("aliases.tsv, line 1 is left out: it has hidden or broken characters; write it as plain UTF-8 text.\n");
    }

    [Fact]
    public async Task Programs_get_the_list_as_json()
    {
        await File.WriteAllTextAsync(AliasPath, "Lumora\tQuillcam\nLumora\n", TestContext.Current.CancellationToken);

        (await RunAsync("aliases", "--json")).ShouldBe(0);

        var json = JsonDocument.Parse(output.Text).RootElement;
        json.GetProperty("groups")[0].GetProperty("names").EnumerateArray().Select(name => name.GetString()).ShouldBe(["Lumora", "Quillcam"]);
        json.GetProperty("groups")[0].GetProperty("isGathered").GetBoolean().ShouldBeFalse();
        json.GetProperty("faults")[0].GetString().ShouldBe("line 2 is left out: it needs two different names with a tab between them");
    }

    [Fact]
    public async Task Without_aliases_it_says_how_to_get_some()
    {
        (await RunAsync("aliases")).ShouldBe(0);
        errors.Text.ShouldStartWith("There are no aliases yet: run 'survbot aliases gather', or write names");
    }

    [Fact]
    public async Task Gathering_adds_what_the_articles_say_below_a_persons_lines()
    {
        await corpus.IngestAsync(null, Newsroom.Draft("suit", "The Fair Market Office (FMO) sued Lumora over cameras in forty towns. Nobody had asked the people there."));
        await File.WriteAllTextAsync(AliasPath, "Lumora\tQuillcam\n", TestContext.Current.CancellationToken);

        (await RunAsync("aliases", "gather")).ShouldBe(0);

        output.Text.ShouldStartWith("Gathered 1 into ");
        (await File.ReadAllTextAsync(AliasPath, TestContext.Current.CancellationToken)).ShouldBe($"Lumora\tQuillcam\n{AliasText.Marker}\nFair Market Office\tFMO\n");
    }

    private Task<int> RunAsync(params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = TimeProvider.System,
        CurrentDirectory = Folder,
        Variable = _ => null,
    }).RunAsync([.. arguments, "--data", Folder], TestContext.Current.CancellationToken);
}
