using System.Globalization;
using SurvBot.Bot.Channels.Teams.Authentication;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Looks at everything that Teams needs; never throws for what it finds.</summary>
internal sealed class TeamsExamination(TeamsOptions options, IServiceProvider parts, TimeProvider clock)
{
    private const string Channel = "msteams";

    private static readonly TimeSpan PatienceForAToken = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<Finding>> RunAsync(bool offline, CancellationToken cancellationToken)
    {
        if (!options.IsOn)
            return [new Finding("Teams", FindingState.Lacking, "it is off: POST /api/messages answers 404", "set MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId and, where the type has one, MicrosoftAppPassword")];
        var settings = TeamsSettingsCheck.Of(options);
        if (offline || options.IsDevelopment || settings.Any(finding => finding.State == FindingState.Broken))
            return settings;
        var keys = await KeysAsync(cancellationToken);
        // Where one of Microsoft's hosts cannot be reached, the other would only cost patience.
        return keys.State == FindingState.Broken ? [.. settings, keys] : [.. settings, keys, await TokenAsync(cancellationToken)];
    }

    private async Task<Finding> KeysAsync(CancellationToken cancellationToken)
    {
        const string name = "platform's keys";
        var cloud = parts.GetRequiredService<TeamsDeployment>().Cloud;
        try
        {
            var keys = await parts.GetRequiredService<KeyMetadataClient>().ReadAsync(cancellationToken);
            return keys.Issuer != cloud.Issuer ? new Finding(name, FindingState.Broken, $"{cloud.MetadataUrl} is {keys.Issuer}'s, not {cloud.Issuer}'s", "let SurvBot__Teams__Issuer and SurvBot__Teams__MetadataUrl belong together, or remove both")
                : !keys.AnyEndorses(Channel) ? new Finding(name, FindingState.Broken, $"none of {cloud.MetadataUrl} is endorsed for Teams", "remove SurvBot__Teams__MetadataUrl")
                : new Finding(name, FindingState.Good, string.Create(CultureInfo.InvariantCulture, $"{keys.Count} read from {cloud.MetadataUrl}"));
        }
        catch (MetadataUnreachableException fault)
        {
            return new Finding(name, FindingState.Broken, $"{cloud.MetadataUrl} cannot be read: {fault.Message}", "let this machine reach it by https, or use --offline elsewhere than on the deployment");
        }
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        const string name = "bot's token";
        var deployment = parts.GetRequiredService<TeamsDeployment>();
        using var deadline = new CancellationTokenSource(PatienceForAToken, clock);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await parts.GetRequiredService<IConnectorTokens>().GetAsync(inTime.Token);
            return new Finding(name, FindingState.Good, $"given for {deployment.Cloud.Scope}");
        }
        catch (TeamsTokenException fault)
        {
            return new Finding(name, FindingState.Broken, fault.Message.TrimEnd('.'), FixOf(deployment.Type));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new Finding(name, FindingState.Broken, $"no answer within {PatienceForAToken.TotalSeconds:0} seconds", FixOf(deployment.Type));
        }
    }

    private static string FixOf(TeamsAppType type) => type switch
    {
        TeamsAppType.UserAssignedMSI => "run it on the Azure resource that the managed identity is assigned to",
        TeamsAppType.Federated => "run it on the Azure resource that the managed identity is assigned to, and let the app registration trust that identity (Certificates & secrets, Federated credentials)",
        _ => "check that app id and tenant belong together and that the client secret has not expired (App registrations, Certificates & secrets)",
    };
}
