using System.CommandLine;
using SurvBot.Bot.Channels.Slack;

namespace SurvBot.Bot.Commands;

/// <summary>Says what of the Slack settings Slack will complain about, and the fix for each.</summary>
internal sealed class DoctorSlackCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Option<bool> offline = new("--offline") { Description = "Look at the settings only: ask Slack nothing" };

    public DoctorSlackCommand(CommandEnvironment environment) : base(
        "slack", "Check the settings of the Slack channel, the token's scopes and the clock. Exit code 0 when nothing is broken.", "doctor slack", "doctor slack --offline --json")
    {
        this.environment = environment;
        Options.Add(offline);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var parts = new ServiceCollection().AddLogging().AddSingleton(environment.Clock).AddSlack(environment.Variable);
        environment.Replace(parts);
        await using var services = parts.BuildServiceProvider();
        return environment.Report(await services.ExamineSlackAsync(result.GetValue(offline), cancellationToken), result);
    }
}
