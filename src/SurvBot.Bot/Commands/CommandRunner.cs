using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Runs one command line; the one place where failures become a line and an exit code.</summary>
public sealed class CommandRunner(CommandEnvironment environment)
{
    private const string TraceVariable = "SURVBOT_TRACE";

    /// <summary>Runs until the command ends, Ctrl-C or a polite kill; a second Ctrl-C does not wait.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(arguments, stop.Token);
    }

    /// <summary>Runs until the command ends or is cancelled; gives the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // A question may begin with @ or -ab: neither names a file of arguments, nor several options.
        var result = new SurvBotCommand(environment).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        try
        {
            if (result.Action is ParseErrorAction)
                throw CommandException.WrongUse(result.Errors[0].Message);
            RefuseUnknownOptions(result);
            return await result.InvokeAsync(Invocation(), cancellationToken);
        }
        catch (Exception failure)
        {
            return Tell(failure, result, cancellationToken);
        }
    }

    /// <summary>A misspelt option must not become a word of the question, or a path; after "--" anything goes.</summary>
    private static void RefuseUnknownOptions(ParseResult result)
    {
        if (result.Tokens.Any(token => token.Type == TokenType.DoubleDash))
            return;
        var words = result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        if (words.FirstOrDefault(word => word.StartsWith('-') && !word.Contains(' ') && word.TrimStart('-') is [var first, ..] && char.IsLetter(first)) is { } option)
            throw CommandException.WrongUse($"There is no option {option}.");
    }

    private InvocationConfiguration Invocation() => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = environment.Output.Profile.Out.Writer,
        Error = environment.Errors.Profile.Out.Writer,
    };

    private int Tell(Exception failure, ParseResult result, CancellationToken cancellationToken)
    {
        var (line, exitCode) = failure switch
        {
            CommandException { ExitCode: ExitCodes.WrongUse } => ($"{failure.Message} See '{NameOf(result)} --help'.", ExitCodes.WrongUse),
            SearchSyntaxException => (failure.Message, ExitCodes.WrongUse),
            CommandException known => (known.Message, known.ExitCode),
            CorpusStoreException or ChatStoreException => (failure.Message, ExitCodes.Failed),
            OperationCanceledException when cancellationToken.IsCancellationRequested => ("Stopped.", ExitCodes.Interrupted),
            IOException or UnauthorizedAccessException => ($"{failure.Message.TrimEnd('.')}: check the path, your rights there and the free space, then run again.", ExitCodes.Failed),
            _ => ($"SurvBot failed unexpectedly ({failure.GetType().Name}: {failure.Message}); please report it, with what {TraceVariable}=1 prints.", ExitCodes.Failed),
        };
        environment.Tell(TerminalText.Line(line));
        if (environment.Variable(TraceVariable) == "1")
            environment.Tell(failure.ToString());
        return exitCode;
    }

    private static string NameOf(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? symbol = result.CommandResult; symbol is CommandResult command; symbol = command.Parent)
            names.Insert(0, command.Command.Name);
        return string.Join(' ', names);
    }
}
