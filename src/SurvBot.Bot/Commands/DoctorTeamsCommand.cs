using System.CommandLine;
using SurvBot.Bot.Channels.Teams;

namespace SurvBot.Bot.Commands;

/// <summary>Says what of the Teams settings Azure will complain about, and the fix for each.</summary>
internal sealed class DoctorTeamsCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Option<bool> offline = new("--offline") { Description = "Look at the settings only: fetch neither the platform's keys nor a token" };

    public DoctorTeamsCommand(CommandEnvironment environment) : base(
        "teams", "Check the settings of the Teams channel. Exit code 0 when nothing is broken.", "doctor teams", "doctor teams --offline --json")
    {
        this.environment = environment;
        Options.Add(offline);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var parts = new ServiceCollection().AddLogging().AddSingleton(environment.Clock).AddTeams(environment.Variable);
        environment.Replace(parts);
        await using var services = parts.BuildServiceProvider();
        return environment.Report(await services.ExamineTeamsAsync(result.GetValue(offline), cancellationToken), result);
    }
}
