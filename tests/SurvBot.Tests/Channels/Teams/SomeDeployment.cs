using SurvBot.Bot.Channels.Teams;

namespace SurvBot.Tests.Channels.Teams;

/// <summary>Settings of a bot that nobody has.</summary>
internal static class SomeDeployment
{
    public const string AppId = "11111111-1111-4111-8111-111111111111", TenantId = "22222222-2222-4222-8222-222222222222", IdentityId = "33333333-3333-4333-8333-333333333333";

    public static TeamsOptions Options(string type = "SingleTenant") => new()
    {
        AppId = AppId,
        AppType = type,
        TenantId = type == "MultiTenant" ? null : TenantId,
        Password = type is "SingleTenant" or "MultiTenant" ? "a-secret" : null,
        FederatedClientId = type == "Federated" ? IdentityId : null,
    };

    public static TeamsDeployment Of(Action<TeamsOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        return TeamsDeployment.Of(options);
    }

    /// <summary>On this machine, without credentials.</summary>
    public static TeamsOptions Development() => new TeamsOptions().CompletedFrom(name => name == "ASPNETCORE_ENVIRONMENT" ? "Development" : null);
}
