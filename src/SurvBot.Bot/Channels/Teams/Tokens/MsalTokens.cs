using Microsoft.Identity.Client;

namespace SurvBot.Bot.Channels.Teams.Tokens;

/// <summary>Tokens by the Microsoft Authentication Library, which keeps each until shortly before its end.</summary>
internal sealed class MsalTokens(MsalLogin login) : IConnectorTokens, IDisposable
{
    // MSAL would send a request for each of those who come while there is no token yet.
    private readonly SemaphoreSlim oneFetches = new(1, 1);

    public Task<string?> GetAsync(CancellationToken cancellationToken) => FetchAsync(null, cancellationToken);

    public Task<string?> RenewAsync(string refused, CancellationToken cancellationToken) => FetchAsync(refused, cancellationToken);

    public void Dispose() => oneFetches.Dispose();

    private async Task<string?> FetchAsync(string? refused, CancellationToken cancellationToken)
    {
        await oneFetches.WaitAsync(cancellationToken);
        try
        {
            string token = await login.AcquireAsync(anew: false, cancellationToken);
            // Of all whose token was refused at the same time, the first gets a new one for the others, too.
            return token == refused ? await login.AcquireAsync(anew: true, cancellationToken) : token;
        }
        catch (Exception fault) when (fault is MsalException or HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TeamsTokenException($"Microsoft's login gives no token: {ReasonOf(fault)}.", fault);
        }
        finally
        {
            oneFetches.Release();
        }
    }

    /// <summary>The first line: what follows are ids of the trace.</summary>
    private static string ReasonOf(Exception fault) => fault switch
    {
        MsalServiceException { Message: var message, ErrorCode: var code } => $"{code}, {message.Split('\r', '\n')[0].TrimEnd('.', ' ')}",
        MsalException { ErrorCode: var code } => code,
        _ => fault.GetBaseException().Message.TrimEnd('.'),
    };
}
