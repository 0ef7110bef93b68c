using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Commands;

/// <summary>Says what works, what is missing, and the fix for each.</summary>
internal sealed class DoctorCommand : Verb
{
    private readonly CommandEnvironment environment;

    public DoctorCommand(CommandEnvironment environment) : base(
        "doctor", "Check the data folder, the articles and the models. Exit code 0 when questions can be answered.", "doctor", "doctor --data ~/news --json", "doctor teams", "doctor slack")
    {
        this.environment = environment;
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
        Subcommands.Add(DoctorChannelCommand.Teams(environment));
        Subcommands.Add(DoctorChannelCommand.Slack(environment));
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = result.DataFolder(environment);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var findings = await new Examination(data, services).RunAsync(cancellationToken);
        return environment.Report(findings, result);
    }
}

/// <summary>Shows what was found, for a person or a program.</summary>
internal static class Diagnosis
{
    /// <summary>Gives the exit code: 1 where something is broken.</summary>
    public static int Report(this CommandEnvironment environment, IReadOnlyList<Finding> findings, ParseResult result)
    {
        bool ok = findings.All(finding => finding.State != FindingState.Broken);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(new { ok, checks = findings });
        else
            new ConsoleFindingsRenderer(environment.Output).Render(findings);
        return ok ? ExitCodes.Done : ExitCodes.Failed;
    }
}
