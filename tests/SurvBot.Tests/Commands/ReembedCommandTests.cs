using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Bot.Commands;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Generation.Models.StandIn;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

/// <summary>The command line on the way from one embedding model to another, against the stand-in.</summary>
public sealed class ReembedCommandTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;
    private ModelStandIn standIn = null!;

    public async ValueTask InitializeAsync()
    {
        standIn = await ModelStandIn.StartAsync();
        ArticleDraft[] drafts = [.. Enumerable.Range(0, 5).Select(i => Newsroom.Draft($"n{i}", $"The police of town {i} bought {i + 2} cameras."))];
        await File.WriteAllLinesAsync(Path.Combine(folder, "articles.jsonl"), drafts.Select(draft => JsonSerializer.Serialize(new { draft.Url, draft.Title, draft.Body }, JsonSerializerOptions.Web)));
    }

    public async ValueTask DisposeAsync()
    {
        await standIn.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_change_of_the_model_is_told_done_and_told_again()
    {
        (await RunAsync("ingest", "articles.jsonl")).ExitCode.ShouldBe(0);
        (await RunAsync("doctor")).Output.ShouldContain("5 of 5 passages have one of word-vectors-1");

        string wanted = $"azure:{new Uri(standIn.Address).Authority}/small";
        var before = await ConfiguredAsync("doctor");
        before.Output.ShouldContain($"0 of 5 passages have one of {wanted}; searches use word-vectors-1 until all have");
        before.Output.ShouldContain("gives 64 dimensions");

        var run = await ConfiguredAsync("reembed", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json.ToString().ShouldBe($$"""{"serving":"{{wanted}}","wanted":"{{wanted}}","embedded":5,"passages":5,"done":true}""");
        (await ConfiguredAsync("reembed")).Output.ShouldBe($"0 passages embedded; 5 of 5 have a vector of {wanted}; searches use {wanted}\n");
        (await ConfiguredAsync("doctor")).Output.ShouldContain($"5 of 5 passages have one of {wanted}");
        (await RunAsync("doctor")).Output.ShouldContain("searches use keywords only until all have, since azure:");
    }

    [Fact]
    public async Task A_server_that_refuses_ends_the_run_with_one_line_and_the_next_goes_on()
    {
        await RunAsync("ingest", "articles.jsonl");
        standIn.NextEmbeddings(EmbeddingTroubles.Of(ModelTroubles.Unauthorized));

        var refused = await ConfiguredAsync("reembed");
        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Errors.ShouldBe("The embedding model does not accept SurvBot's key or identity (HTTP 401). What was embedded is safe; run the same command again to continue.\n");
        (await ConfiguredAsync("reembed")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_ingest_goes_on_without_the_server_and_says_so()
    {
        standIn.NextEmbeddings(EmbeddingTroubles.Of(ModelTroubles.Unauthorized));
        var ingest = await ConfiguredAsync("ingest", "articles.jsonl", "--json");

        ingest.ExitCode.ShouldBe(0, ingest.Errors);
        (ingest.Json.GetProperty("added").GetInt32(), ingest.Json.GetProperty("embedded").GetInt32()).ShouldBe((5, 0));
        ingest.Errors.ShouldContain("(HTTP 401). Some passages have no vector yet and are found by keywords: 'survbot reembed' or 'survbot serve' goes on with them.");
        (await ConfiguredAsync("reembed", "--json")).Json.GetProperty("embedded").GetInt32().ShouldBe(5);
    }

    [Theory, InlineData("ask", "Who?"), InlineData("ingest", "articles.jsonl"), InlineData("reembed")]
    public async Task Settings_that_cannot_work_are_refused(params string[] arguments)
    {
        await RunAsync("ingest", "articles.jsonl");
        var run = await RunAsync(services => services.Replace(ServiceDescriptor.Singleton(new EmbeddingProviderOptions { Provider = "azur" })), arguments);
        (run.ExitCode, run.Errors).ShouldBe((1, "Embedding model, SurvBot__Embedding__Provider: it is none that SurvBot knows; set it to azure, openai, builtin or none.\n"));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(_ => { }, arguments);

    private Task<CommandRun> ConfiguredAsync(params string[] arguments) => RunAsync(services =>
    {
        services.RemoveAll<EmbeddingProviderOptions>();
        services.AddEmbeddingModel(new EmbeddingProviderOptions { Provider = ModelOptions.Azure, Endpoint = standIn.Address, Name = "small", ApiKey = ModelStandIn.Key }, _ => null);
    }, arguments);

    private async Task<CommandRun> RunAsync(Action<IServiceCollection> change, string[] arguments)
    {
        using var output = new PlainConsole(width: 400);
        using var errors = new PlainConsole(width: 400);
        var environment = new CommandEnvironment
        {
            Output = output.Console,
            Errors = errors.Console,
            Clock = TimeProvider.System,
            CurrentDirectory = folder,
            Variable = _ => null,
            Replace = services =>
            {
                services.RemoveAll<IEmbeddingGenerator<string, Embedding<float>>>();
                services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new WordVectorEmbedder());
                change(services);
            },
        };
        int exitCode = await new CommandRunner(environment).RunAsync(arguments, TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.Text, errors.Text);
    }
}
