using System.CommandLine;

namespace SurvBot.Bot.Commands;

/// <summary>Options that several commands share.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = $"Folder of the articles (else the environment variable {Commands.DataFolder.Variable}, else {Commands.DataFolder.Default})",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON for programs" };

    /// <summary>The folder that the person or the environment names.</summary>
    public static DataFolder DataFolder(this ParseResult result, CommandEnvironment environment)
    {
        string? named = result.GetValue(Data);
        if (named is not null && string.IsNullOrWhiteSpace(named))
            throw CommandException.WrongUse("--data needs a folder's name.");
        named ??= environment.Variable(Commands.DataFolder.Variable) is { } variable && !string.IsNullOrWhiteSpace(variable) ? variable : Commands.DataFolder.Default;
        return new DataFolder(environment.FullPath(named));
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = argument =>
        {
            if (argument.Tokens is [{ Value: var text }] && int.TryParse(text, out int number) && number >= least && number <= most)
                return number;
            argument.AddError($"{name} takes a whole number from {least} to {most}.");
            return null;
        },
    };
}
