namespace SurvBot.Bot.Channels.Teams;

/// <summary>How the bot's app proves to Microsoft who it is; the names are Azure Bot Service's own.</summary>
public enum TeamsAppType
{
    /// <summary>An app of one's own tenant, with a client secret.</summary>
    SingleTenant,

    /// <summary>A managed identity is the bot's app: nothing secret is configured.</summary>
    UserAssignedMSI,

    /// <summary>An app of one's own tenant that trusts a managed identity instead of a secret.</summary>
    Federated,

    /// <summary>An app of Bot Framework's tenant, with a client secret. None can be created since 2025-07-31; existing ones work.</summary>
    MultiTenant,
}
