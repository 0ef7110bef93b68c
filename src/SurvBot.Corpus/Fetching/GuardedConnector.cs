using System.Net;
using System.Net.Sockets;

namespace SurvBot.Corpus.Fetching;

/// <summary>Resolves a host, checks what it resolves to, and dials just that: a name that points elsewhere a moment later, a redirect and an odd spelling all end here.</summary>
/// <param name="guard">Decides.</param>
/// <param name="resolve">Finds a host's addresses.</param>
internal sealed class GuardedConnector(AddressGuard guard, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">The host is in a network that may not be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await resolve(host, cancellationToken);
        var usable = found.Where(guard.Allows).ToList();
        if (usable.Count == 0)
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new ForbiddenAddressException();
        SocketException? fault = null;
        foreach (var address in usable)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException refused)
            {
                fault = refused;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw fault!;
    }
}

/// <summary>A host is in a network that may not be reached.</summary>
internal sealed class ForbiddenAddressException() : Exception("the host is in a network that is not public");
