using Microsoft.Extensions.DependencyInjection;
using SurvBot.Bot.Commands;
using SurvBot.Corpus.Store;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class CommandRunnerTests : IDisposable
{
    private readonly PlainConsole output = new();
    private readonly PlainConsole errors = new();
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static IEnumerable<TheoryDataRow<Exception, int, string>> Failures() =>
    [
        new(new CorpusStoreException("It is damaged: restore it."), 1, "It is damaged: restore it.\n"),
        new(new IOException("No space left on device."), 1, "No space left on device: check the path, your rights there and the free space, then run again.\n"),
        new(new UnauthorizedAccessException("Access to the path '/x' is denied."), 1, "Access to the path '/x' is denied: check the path, your rights there and the free space, then run again.\n"),
        new(new InvalidOperationException("Odd\nthing \u001b[31m"), 1, "SurvBot failed unexpectedly (InvalidOperationException: Odd thing ); please report it, with what SURVBOT_TRACE=1 prints.\n"),
        new(new CommandException("Wait.", 1), 1, "Wait.\n"),
        new(new CommandException("Say what.", 2), 2, "Say what. See 'survbot articles list --help'.\n"),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_one_line_and_an_exit_code(Exception failure, int exitCode, string line)
    {
        (await RunAsync(failure, CancellationToken.None)).ShouldBe(exitCode);
        errors.Text.ShouldBe(line);
        output.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_is_130()
    {
        (await RunAsync(new OperationCanceledException(), new CancellationToken(canceled: true))).ShouldBe(130);
        errors.Text.ShouldBe("Stopped.\n");
    }

    [Fact]
    public async Task What_looks_like_a_file_of_arguments_is_a_word()
    {
        (await Runner(new InvalidOperationException()).RunAsync(["articles", "show", "@clearview"], CancellationToken.None)).ShouldBe(2);
        errors.Text.ShouldStartWith("@clearview is neither an id");
    }

    private Task<int> RunAsync(Exception failure, CancellationToken cancellationToken) => Runner(failure).RunAsync(["articles", "list"], cancellationToken);

    /// <summary>A program whose store fails as soon as it is opened.</summary>
    private CommandRunner Runner(Exception failure)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".survbot"));
        File.WriteAllText(Path.Combine(folder, ".survbot", "corpus.db"), "");
        return new CommandRunner(new CommandEnvironment
        {
            Output = output.Console,
            Errors = errors.Console,
            Clock = TimeProvider.System,
            CurrentDirectory = folder,
            Variable = _ => null,
            Replace = services => services.AddSingleton<ICorpusStore>(_ => throw failure),
        });
    }
}
