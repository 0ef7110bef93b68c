namespace SurvBot.Bot.Channels.Teams.Tokens;

/// <summary>What the bot shows the platform to be let in.</summary>
internal interface IConnectorTokens
{
    /// <summary>A token that is good for some minutes at least; null where none is needed.</summary>
    /// <exception cref="TeamsTokenException">There is none to be had.</exception>
    Task<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Another one than that which the platform refused.</summary>
    /// <exception cref="TeamsTokenException">There is none to be had.</exception>
    Task<string?> RenewAsync(string refused, CancellationToken cancellationToken);
}

/// <summary>Development mode, where whoever listens on this machine wants no token; and where the channel is off, so that there is none.</summary>
internal sealed class NoTokens : IConnectorTokens
{
    public Task<string?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<string?> RenewAsync(string refused, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}

/// <summary>Microsoft's login gives no token.</summary>
/// <param name="message">One line without secrets, with Microsoft's code.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class TeamsTokenException(string message, Exception? inner = null) : Exception(message, inner);
