using SurvBot.Bot.Channels.Console;

namespace SurvBot.Bot.Commands;

/// <summary>Builds what an admin gives to a chat platform.</summary>
internal sealed class PackageCommand : Verb
{
    public PackageCommand(CommandEnvironment environment) : base(
        "package", "Build what an admin adds SurvBot to a chat platform with.",
        "package teams --app-id 6f9619ff-8b86-d011-b42d-00cf4fc964ff --host survbot.example.org", "package slack --host survbot.example.org")
    {
        Subcommands.Add(new PackageTeamsCommand(environment));
        Subcommands.Add(new PackageSlackCommand(environment));
    }
}

/// <summary>Tells what keeps a package from being written.</summary>
internal static class PackageFaults
{
    /// <summary>A line each, and how many there were.</summary>
    public static int TellFaults(this CommandEnvironment environment, IReadOnlyList<string> faults, string notWritten, int exitCode)
    {
        foreach (string fault in faults)
            environment.Tell(TerminalText.Line(fault));
        environment.Tell(faults.Count == 1 ? $"{notWritten}: 1 fault, above." : $"{notWritten}: {faults.Count} faults, above.");
        return exitCode;
    }
}
