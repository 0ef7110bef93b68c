using Spectre.Console;

namespace SurvBot.Bot.Commands;

/// <summary>What commands see of the world around them.</summary>
public sealed class CommandEnvironment
{
    /// <summary>For results: a person's or a program's.</summary>
    public required IAnsiConsole Output { get; init; }

    /// <summary>For errors, notices and progress.</summary>
    public required IAnsiConsole Errors { get; init; }

    /// <summary>For commands that go on reading.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether a person types the input, who needs to be told when to; a pipe does not.</summary>
    public bool IsInputTyped { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Where relative paths begin.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Changes the program's parts after they are put together; tests replace the outside with it.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>This process.</summary>
    public static CommandEnvironment OfProcess()
    {
        var output = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        // Nobody's window bounds a file or a pipe.
        if (Console.IsOutputRedirected)
            output.Profile.Width = UnboundedWidth;
        if (Console.IsErrorRedirected)
            errors.Profile.Width = UnboundedWidth;
        return new CommandEnvironment
        {
            Output = output,
            Errors = errors,
            Input = Console.In,
            IsInputTyped = !Console.IsInputRedirected,
            Clock = TimeProvider.System,
            CurrentDirectory = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    private const int UnboundedWidth = 10_000;

    /// <summary>An absolute path for one that a person typed.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>One line for a program, never wrapped.</summary>
    public void WriteLine(string line) => Output.Profile.Out.Writer.WriteLine(line);

    /// <summary>One line about the run, never wrapped.</summary>
    public void Tell(string line) => Errors.Profile.Out.Writer.WriteLine(line);
}
