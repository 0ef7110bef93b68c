namespace SurvBot.Bot.Channels.Web;

/// <summary>Who may use the web chat and the HTTP API. Section "Web".</summary>
public sealed class WebOptions
{
    /// <summary>What a caller must send as "Authorization: Bearer …". Needed as soon as others than this machine can connect.</summary>
    public string? Token { get; set; }

    /// <summary>Host names that requests may name beside this machine's own, such as "survbot.example.org".</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Bytes of a request's body; a question has a few hundred.</summary>
    public int MostBodyBytes { get; set; } = 64 * 1024;

    /// <summary>Connections at once; further ones wait until one ends.</summary>
    public int MostConnections { get; set; } = 2000;
}
