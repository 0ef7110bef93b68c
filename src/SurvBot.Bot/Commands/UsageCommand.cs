using System.CommandLine;
using System.Globalization;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Commands;

/// <summary>Shows what the language model was used for and what it cost.</summary>
internal sealed class UsageCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Option<int> days = new("--days") { Description = "Of how many days, today (UTC) included (else 30)", HelpName = "N", DefaultValueFactory = _ => 30 };

    public UsageCommand(CommandEnvironment environment) : base(
        "usage", "Show by day and workspace what the chats used of the language model, and what it cost.", "usage", "usage --days 7 --json")
    {
        this.environment = environment;
        Options.Add(days);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        int wanted = result.GetValue(days);
        if (wanted is < 1 or > 36_500)
            throw CommandException.WrongUse("--days needs a number of days, 1 or more.");
        var data = result.DataFolder(environment);
        data.RequireChats();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var usage = services.GetRequiredService<UsageStore>().List(DateOnly.FromDateTime(environment.Clock.GetUtcNow().UtcDateTime).AddDays(1 - wanted));
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(usage);
        else if (usage.Count == 0)
            environment.Tell("No language model was used in that time.");
        else
            foreach (var day in usage)
                environment.WriteLine(TerminalText.Line(string.Create(CultureInfo.InvariantCulture,
                    $"{day.Day:yyyy-MM-dd}  {day.Workspace}  {day.Questions:N0} questions, {day.InputTokens:N0} tokens in, {day.OutputTokens:N0} out, cost {day.Cost:0.######}")));
        return ExitCodes.Done;
    }
}
