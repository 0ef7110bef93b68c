using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace SurvBot.Acceptance.Teams;

/// <summary>The stand-in for the Bot Framework channel in tests/peers/teams, running.</summary>
internal sealed class ChannelPeer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-peer-").FullName;
    private Process? process;

    /// <summary>Environment variables that lead a bot to it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        (string key, string certificate) = WriteCertificate();
        process = Process.Start(new ProcessStartInfo("node", [Script, "--key", key, "--cert", certificate]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        string line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The peer ended at once.");
        Settings = JsonSerializer.Deserialize<Dictionary<string, string>>(line)!;
    }

    /// <summary>Sends its table of requests to the bot; gives what it printed, and 0 where all were answered rightly.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string endpoint, CancellationToken cancellationToken)
    {
        await process!.StandardInput.WriteLineAsync(endpoint.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output);
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Script { get; } = FindScript();

    private static string FindScript()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "tests/peers/teams/jwtpeer.mjs") is var script && File.Exists(script))
                return script;
        throw new FileNotFoundException("There is no tests/peers/teams/jwtpeer.mjs above the tests.");
    }

    private (string Key, string Certificate) WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        string keyFile = Path.Combine(folder, "key.pem"), certificateFile = Path.Combine(folder, "cert.pem");
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        return (keyFile, certificateFile);
    }
}
