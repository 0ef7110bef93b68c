using System.CommandLine;

namespace SurvBot.Bot.Commands;

/// <summary>The two options that turn a command for one text into one for a file.</summary>
internal sealed class BatchOptions(string description)
{
    private readonly Option<string?> input = new("--batch") { Description = description, HelpName = "FILE" };
    private readonly Option<string?> output = new("--out") { Description = "Where --batch writes its results, a JSON line a question", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(input);
        command.Options.Add(output);
    }

    /// <summary>The two files, or null for the one <paramref name="text"/>.</summary>
    /// <exception cref="CommandException">Neither text nor files, both, or one file without the other.</exception>
    public (string Input, string Output)? Read(ParseResult result, string text, string what)
    {
        string? from = result.GetValue(input), to = result.GetValue(output);
        return (text.Length > 0, from, to) switch
        {
            (true, null, null) => null,
            (false, not null, not null) => (from, to),
            (false, null, null) => throw CommandException.WrongUse($"Give {what} in quotes, or --batch FILE --out FILE."),
            (true, not null, _) or (true, _, not null) => throw CommandException.WrongUse($"Give either {what}, or --batch FILE --out FILE, not both."),
            (false, null, _) => throw CommandException.WrongUse("--out needs --batch FILE."),
            _ => throw CommandException.WrongUse("--batch needs --out FILE."),
        };
    }
}
