using System.IO.Compression;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SurvBot.Tests.Fetching;

/// <summary>What servers do to those who fetch from them.</summary>
/// <param name="Name">As a test shows it.</param>
/// <param name="Reason">Part of what is told of it.</param>
/// <param name="Answer">Writes to the client.</param>
internal sealed record HostileKind(string Name, string Reason, Func<RawServer.Request, Stream, CancellationToken, Task> Answer)
{
    /// <summary>Whether it is asked by https.</summary>
    public bool IsTls { get; init; }

    /// <summary>The host it goes by, where it is not an address.</summary>
    public string? Host { get; init; }

    /// <summary>Whether its answer begins before any request is read.</summary>
    public bool SpeaksFirst { get; init; }

    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private const string TooLarge = "it is larger than 8 MB", TooSlow = "the server took longer", Private = "the host is in a network that is not public", Broken = "the server broke off or does not speak HTTP";

    private static readonly X509Certificate2 SelfSigned = Certificate();

    /// <param name="canary">A port of 127.0.0.1 that must never be reached.</param>
    public static IReadOnlyList<HostileKind> All(int canary) =>
    [
        Saying("a body of 10 GB", TooLarge, async (stream, stop) => { await Say(stream, $"{Head}Content-Length: {10L << 30}\r\n\r\n"); await Zeros(stream, 10L << 30, stop); }),
        Saying("a body without end", TooLarge, async (stream, stop) => { await Say(stream, $"{Head}\r\n"); await Zeros(stream, long.MaxValue, stop); }),
        Saying("a gzip bomb", TooLarge, (stream, stop) => Bomb(stream, "gzip", to => new GZipStream(to, CompressionLevel.Fastest), stop)),
        Saying("a brotli bomb", TooLarge, (stream, stop) => Bomb(stream, "br", to => new BrotliStream(to, CompressionLevel.Fastest), stop)),
        Saying("a deflate bomb", TooLarge, (stream, stop) => Bomb(stream, "deflate", to => new ZLibStream(to, CompressionLevel.Fastest), stop)),
        Saying("two layers of gzip", "it is compressed in a way that is not read", async (stream, stop) => { byte[] twice = Packed(Packed(new byte[1000])); await Say(stream, $"{Head}Content-Encoding: gzip, gzip\r\nContent-Length: {twice.Length}\r\n\r\n"); await stream.WriteAsync(twice, stop); }),
        Saying("damaged gzip", "its compressed data are damaged", async (stream, stop) => { byte[] bytes = Packed(RandomNumberGenerator.GetBytes(5000)); bytes[40] ^= 0xff; bytes[600] ^= 0xff; bytes[^3] ^= 0xff; await Say(stream, $"{Head}Content-Encoding: gzip\r\nContent-Length: {bytes.Length}\r\n\r\n"); await stream.WriteAsync(bytes, stop); }),
        Saying("a slow head", TooSlow, async (stream, stop) => { await Say(stream, "HTTP/1.1 200 OK\r\n"); for (int i = 0; ; i++) { await Say(stream, $"X-{i}: y\r\n"); await Task.Delay(100, stop); } }),
        Saying("a slow body", TooSlow, async (stream, stop) => { await Say(stream, $"{Head}Content-Length: 100000\r\n\r\n"); while (true) { await Say(stream, "x"); await Task.Delay(100, stop); } }),
        Saying("tiny chunks", TooSlow, async (stream, stop) => { await Say(stream, $"{Head}Transfer-Encoding: chunked\r\n\r\n"); while (true) { await Say(stream, "1\r\nx\r\n"); await Task.Delay(10, stop); } }),
        Saying("silence", TooSlow, (_, stop) => Task.Delay(Timeout.Infinite, stop)),
        Saying("informational answers without end", TooSlow, async (stream, stop) => { while (true) { await Say(stream, "HTTP/1.1 103 Early Hints\r\n\r\n"); await Task.Delay(5, stop); } }),
        Saying("headers without end", "its headers are longer than 64 KB", async (stream, _) => { await Say(stream, "HTTP/1.1 200 OK\r\n"); for (int i = 0; i < 100_000; i++) await Say(stream, $"X-{i}: {new string('a', 1000)}\r\n"); }),
        Saying("one header of 10 MB", "its headers are longer than 64 KB", async (stream, _) => { await Say(stream, "HTTP/1.1 200 OK\r\nX: "); for (int i = 0; i < 10_000; i++) await Say(stream, new string('a', 1000)); }),
        Saying("a redirect to itself", "the server redirects more than 5 times", (stream, _) => Say(stream, RawServer.Redirect("/again"))),
        Saying("a redirect to cloud metadata", Private, (stream, _) => Say(stream, RawServer.Redirect("http://169.254.169.254/latest/meta-data"))),
        Saying("a redirect to this machine", Private, (stream, _) => Say(stream, RawServer.Redirect($"http://127.0.0.1:{canary}/"))),
        Saying("a redirect to this machine in IPv6", Private, (stream, _) => Say(stream, RawServer.Redirect($"http://[::ffff:127.0.0.1]:{canary}/"))),
        Saying("a redirect to this machine as a number", Private, (stream, _) => Say(stream, RawServer.Redirect($"http://2130706433:{canary}/"))),
        Saying("a redirect to this machine by name", Private, (stream, _) => Say(stream, RawServer.Redirect($"http://localhost:{canary}/"))),
        Saying("a redirect to a file", "it is no http or https address", (stream, _) => Say(stream, RawServer.Redirect("file:///etc/passwd"))),
        Saying("a redirect with a user name", "the address has a user name in it", (stream, _) => Say(stream, RawServer.Redirect("http://admin:admin@example.org/"))),
        Saying("a name that points elsewhere a moment later", Private, (stream, _) => Say(stream, RawServer.Redirect("/second"))) with { Host = "rebind.test" },
        Saying("a length that is too long", Broken, (stream, _) => Say(stream, $"{Head}Content-Length: 1000\r\n\r\n<rss>")),
        Saying("no HTTP", Broken, (stream, _) => Say(stream, "220 mail.example.org ESMTP\r\n")),
        Saying("nothing", Broken, (_, _) => Task.CompletedTask),
        Saying("no TLS where it should be", "its certificate is not valid for this host", (stream, _) => Say(stream, "HTTP/1.1 400 Bad\r\n\r\n")) with { IsTls = true },
        new("a certificate of its own", "its certificate is not valid for this host", async (_, stream, stop) => { await using var tls = new SslStream(stream); await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = SelfSigned }, stop); await Say(tls, RawServer.Response("x")); }) { IsTls = true, SpeaksFirst = true },
    ];

    private static HostileKind Saying(string name, string reason, Func<Stream, CancellationToken, Task> say) => new(name, reason, (_, stream, stop) => say(stream, stop));

    private static Task Say(Stream stream, string text) => RawServer.WriteAsync(stream, text);

    private static async Task Zeros(Stream stream, long count, CancellationToken stop)
    {
        byte[] zeros = new byte[1 << 16];
        for (long sent = 0; sent < count; sent += zeros.Length)
            await stream.WriteAsync(zeros, stop);
    }

    private static async Task Bomb(Stream stream, string name, Func<Stream, Stream> compress, CancellationToken stop)
    {
        await Say(stream, $"{Head}Content-Encoding: {name}\r\n\r\n");
        await using var bomb = compress(stream);
        await Zeros(bomb, 1L << 30, stop);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
