namespace SurvBot.Bot.Commands;

/// <summary>A command cannot go on; the message is one line that names the fix.</summary>
public sealed class CommandException(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The command was called in a way it does not understand.</summary>
    public static CommandException WrongUse(string message) => new(message, ExitCodes.WrongUse);

    /// <summary>The command was called rightly and failed.</summary>
    public static CommandException Failed(string message) => new(message, ExitCodes.Failed);
}
