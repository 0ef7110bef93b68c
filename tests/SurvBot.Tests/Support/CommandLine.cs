using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Bot.Commands;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Support;

/// <summary>The command line in a folder of its own, by keywords only, on the day of <see cref="Newsroom.Now"/>; gone after the test.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;

    /// <summary>What else of the program is replaced.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Takes the articles in, in their order.</summary>
    public async Task IngestAsync(params IEnumerable<ArticleDraft> drafts)
    {
        await WriteAsync("articles.jsonl", drafts.Select(draft => JsonSerializer.Serialize(new { draft.Url, draft.Title, draft.Publisher, PublishedAt = draft.PublishedAt?.ToString(), draft.Language, draft.Body }, JsonSerializerOptions.Web)));
        var run = await RunAsync("ingest", "articles.jsonl");
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    public async Task<CommandRun> RunAsync(params string[] arguments)
    {
        using var output = new PlainConsole(width: 400);
        using var errors = new PlainConsole(width: 400);
        var environment = new CommandEnvironment
        {
            Output = output.Console,
            Errors = errors.Console,
            Clock = new StoppedClock { Now = Newsroom.Now },
            CurrentDirectory = folder,
            Variable = _ => null,
            Replace = services => Replace(services.RemoveAll<IEmbeddingGenerator<string, Embedding<float>>>()),
        };
        int exitCode = await new CommandRunner(environment).RunAsync(arguments, TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.Text, errors.Text);
    }

    public Task WriteAsync(string file, params IEnumerable<string> lines) => File.WriteAllLinesAsync(Path.Combine(folder, file), lines, TestContext.Current.CancellationToken);

    /// <summary>The JSON objects of a file's lines.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string file) =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line))];

    /// <summary>Names of what lies in the folder.</summary>
    public IEnumerable<string> Files => Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path));
}

/// <summary>What one command left behind.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed for programs.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>It was called wrongly, did nothing and said so in one line.</summary>
    public void ShouldBeWrongUse(string line)
    {
        (ExitCode, Errors, Output).ShouldBe((2, $"{line}\n", ""));
    }
}
