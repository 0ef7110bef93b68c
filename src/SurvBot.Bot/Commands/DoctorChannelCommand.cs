using System.CommandLine;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Commands;

/// <summary>Says what of a channel's settings its platform will complain about, and the fix for each.</summary>
internal sealed class DoctorChannelCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Action<IServiceCollection> add;
    private readonly Func<IServiceProvider, bool, CancellationToken, Task<IReadOnlyList<Finding>>> examine;
    private readonly Option<bool> offline;

    private DoctorChannelCommand(CommandEnvironment environment, string channel, string what, string whatOffline, Action<IServiceCollection> add, Func<IServiceProvider, bool, CancellationToken, Task<IReadOnlyList<Finding>>> examine)
        : base(channel, $"{what} Exit code 0 when nothing is broken.", $"doctor {channel}", $"doctor {channel} --offline --json")
    {
        (this.environment, this.add, this.examine) = (environment, add, examine);
        offline = new("--offline") { Description = $"Look at the settings only: {whatOffline}" };
        Options.Add(offline);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    public static DoctorChannelCommand Teams(CommandEnvironment environment) => new(
        environment, "teams", "Check the settings of the Teams channel.", "fetch neither the platform's keys nor a token",
        parts => parts.AddTeams(environment.Variable), TeamsServices.ExamineTeamsAsync);

    public static DoctorChannelCommand Slack(CommandEnvironment environment) => new(
        environment, "slack", "Check the settings of the Slack channel, the token's scopes and the clock.", "ask Slack nothing",
        parts => parts.AddSlack(environment.Variable), SlackServices.ExamineSlackAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var parts = new ServiceCollection().AddLogging().AddSingleton(environment.Clock);
        add(parts);
        environment.Replace(parts);
        await using var services = parts.BuildServiceProvider();
        return environment.Report(await examine(services, result.GetValue(offline), cancellationToken), result);
    }
}
