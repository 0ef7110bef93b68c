using System.CommandLine;
using System.Globalization;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Commands;

/// <summary>Looks at what could not be answered or delivered, and has it tried again.</summary>
internal sealed class DeadLettersCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string?> id = new("id") { Description = "Which one, as listed", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> all = new("--all") { Description = "All of them" };

    public DeadLettersCommand(CommandEnvironment environment) : base(
        "dead-letters", "List questions and replies that were given up, or have them tried again by the running server.", "dead-letters list", "dead-letters replay --all")
    {
        this.environment = environment;
        var list = new NamedVerb("list", "List them, the oldest first.", "dead-letters list --json") { GlobalOptions.Json };
        list.SetAction((result, cancellationToken) => WithAsync(result, letters => List(letters, result.GetValue(GlobalOptions.Json)), cancellationToken));
        var replay = new NamedVerb("replay", "Try one or all again.", "dead-letters replay --all") { id, all };
        replay.SetAction((result, cancellationToken) => WithAsync(result, letters => ReplayAsync(letters, result, cancellationToken), cancellationToken));
        Subcommands.Add(list);
        Subcommands.Add(replay);
    }

    private async Task<int> WithAsync(ParseResult result, Func<DeadLetters, Task<int>> work, CancellationToken cancellationToken)
    {
        var data = result.DataFolder(environment);
        data.RequireChats();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        return await work(services.GetRequiredService<DeadLetters>());
    }

    private Task<int> List(DeadLetters letters, bool asJson)
    {
        var listed = letters.List();
        if (asJson)
            environment.WriteJson(listed);
        else if (listed.Count == 0)
            environment.Tell("There are no dead letters.");
        else
            foreach (var letter in listed)
                environment.WriteLine(TerminalText.Line(string.Create(CultureInfo.InvariantCulture, $"{letter.Id}  {letter.At:yyyy-MM-dd HH:mm}  {letter.Kind}, {letter.Failures} failures: {letter.Error}")));
        return Task.FromResult(ExitCodes.Done);
    }

    private async Task<int> ReplayAsync(DeadLetters letters, ParseResult result, CancellationToken cancellationToken)
    {
        string? named = result.GetValue(id);
        if (named is null != result.GetValue(all))
            throw CommandException.WrongUse("Name one dead letter, or all with --all.");
        int replayed = await letters.ReplayAsync(named, cancellationToken);
        if (replayed == 0 && named is not null)
            throw CommandException.Failed($"There is no dead letter {named}: 'survbot dead-letters list' shows them.");
        environment.WriteLine($"{replayed} will be tried again by the running server.");
        return ExitCodes.Done;
    }
}
