using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Bot.Commands;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

/// <summary>A chat through the command line, by keywords only.</summary>
public sealed class ChatCommandTests : IDisposable
{
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
    public async Task On_an_empty_corpus_it_answers_from_the_starter_corpus_and_says_so()
    {
        (await RunAsync("Who led SenseTime's 2018 funding round?\nsource 1\n", "chat")).ShouldBe(0);
        output.Text.ShouldContain("Alibaba");
        output.Text.ShouldContain("\nSources\n[1] SurvBot brief, after ");
        errors.Text.ShouldContain("loaded the starter corpus");
    }

    [Fact]
    public async Task It_asks_as_of_another_time()
    {
        (await RunAsync("Who led SenseTime's 2018 funding round?\n", "chat", "--as-of", "2016")).ShouldBe(0);
        output.Text.ShouldContain("As of 31 Dec 2016");
        (await RunAsync("", "chat", "--as-of", "yesterday")).ShouldBe(2);
    }

    [Fact]
    public async Task The_help_lists_it()
    {
        await RunAsync("", "--help");
        output.Text.ShouldContain("chat");
    }

    private Task<int> RunAsync(string input, params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Input = new StringReader(input),
        Clock = TimeProvider.System,
        CurrentDirectory = folder,
        Variable = _ => null,
        Replace = services => services.RemoveAll<IEmbeddingGenerator<string, Embedding<float>>>(),
    }).RunAsync(arguments, TestContext.Current.CancellationToken);
}
