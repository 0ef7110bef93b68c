using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers.Generation.Models;
using SurvBot.Bot.Channels.Teams.Packaging;
using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Commands;

namespace SurvBot.Acceptance.Infra;

/// <summary>What is said to Azure and to Docker about the program is so: keys, port, paths of the probes.</summary>
public sealed partial class InfraTests(CompiledInfra infra) : IClassFixture<CompiledInfra>, IDisposable
{
    private const string Host = "survbot-app.example.org", Token = "open-sesame-open-sesame-open";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Dockerfile { get; } = File.ReadAllText(Clone.File("infra/Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal);

    private int Port => infra.Value(Probes[0].GetProperty("httpGet").GetProperty("port")).GetInt32();

    private IReadOnlyList<JsonElement> Probes => [.. infra.Container.GetProperty("probes").EnumerateArray()];

    private IReadOnlyDictionary<string, JsonElement> Keys => infra.Container.GetProperty("env").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!);

    [Fact]
    public void It_compiles_without_a_warning()
    {
        infra.Template.GetProperty("resources").GetArrayLength().ShouldBeGreaterThan(5);
        infra.Run.Output.ShouldEndWith("eng/infra: all well\n");
    }

    [Fact]
    public async Task The_port_is_the_program_s_own_everywhere()
    {
        (await survbot.RunAsync("serve", "--help")).Output.ShouldContain($"http://localhost:{Port})");
        Probes.ShouldAllBe(probe => infra.Value(probe.GetProperty("httpGet").GetProperty("port")).GetInt32() == Port);
        infra.Value(infra.Resource("Microsoft.App/containerApps").GetProperty("properties").GetProperty("configuration").GetProperty("ingress").GetProperty("targetPort")).GetInt32().ShouldBe(Port);
        Keys["ASPNETCORE_URLS"].GetProperty("value").GetString().ShouldBe("[format('http://+:{0}', variables('port'))]");
        Dockerfile.ShouldContain($"\nEXPOSE {Port}\n");
        Dockerfile.ShouldContain($"ASPNETCORE_URLS=http://+:{Port} ");
    }

    [Fact]
    public void Every_key_is_one_that_the_program_reads()
    {
        foreach (string key in Keys.Keys.Concat(DockerKeys()))
            if (key.Split("__") is ["SurvBot", "Web", var property, ..])
                typeof(WebOptions).GetProperty(property).ShouldNotBeNull(key);
            else if (key.Split("__") is ["SurvBot", "Model", var setting])
                typeof(ModelOptions).GetProperty(setting).ShouldNotBeNull(key);
            else
                // The first is the program's; the others are those of ASP.NET Core, .NET, OnnxRuntime, OpenTelemetry and the Bot Service.
                key.ShouldBeOneOf(DataFolder.Variable, "ASPNETCORE_URLS", "DOTNET_EnableDiagnostics", "ORT_DISABLE_TELEMETRY", "OTEL_EXPORTER_OTLP_ENDPOINT", "MicrosoftAppId", "MicrosoftAppType", "MicrosoftAppTenantId");
        DockerKeys().ShouldContain("ORT_DISABLE_TELEMETRY");
        TeamsPackageOptions.TenantTypes.ShouldContain(Keys["MicrosoftAppType"].GetProperty("value").GetString());
        infra.Resource("Microsoft.BotService/botServices").GetProperty("properties").GetProperty("msaAppType").GetString().ShouldBe(Keys["MicrosoftAppType"].GetProperty("value").GetString());
    }

    [Fact]
    public void One_process_serves_the_folder_that_is_kept()
    {
        var template = infra.Resource("Microsoft.App/containerApps").GetProperty("properties").GetProperty("template");
        (template.GetProperty("scale").GetProperty("minReplicas").GetInt32(), template.GetProperty("scale").GetProperty("maxReplicas").GetInt32()).ShouldBe((1, 1));
        template.GetProperty("volumes")[0].GetProperty("storageType").GetString().ShouldBe("NfsAzureFile", "SQLite's log needs the locks and the memory maps of one machine: docs/decisions/0016");
        string folder = infra.Value(Keys[DataFolder.Variable].GetProperty("value")).GetString()!;
        infra.Value(infra.Container.GetProperty("volumeMounts")[0].GetProperty("mountPath")).GetString().ShouldBe(folder);
        Dockerfile.ShouldContain($" {DataFolder.Variable}={folder} ");
        Dockerfile.ShouldContain($"\nVOLUME {folder}\n");
        string user = infra.Template.GetProperty("variables").GetProperty("appUser").ToString();
        Dockerfile.ShouldContain($"\nUSER {user}\n");
        Dockerfile.ShouldContain($"--chown={user}:{user} /data {folder}\n");
    }

    [Fact]
    public void The_token_comes_out_of_the_vault_and_no_secret_is_put_out()
    {
        Keys.Values.Where(entry => entry.TryGetProperty("secretRef", out _)).ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("SurvBot__Web__Token");
        infra.Template.GetProperty("parameters").GetProperty("webToken").GetProperty("type").GetString().ShouldBe("securestring");
        infra.Template.GetProperty("outputs").GetRawText().ShouldNotContain("webToken");
        infra.Template.GetProperty("outputs").GetProperty("messagingEndpoint").GetProperty("value").GetString()!.ShouldContain("botServices");
    }

    [Fact]
    public void The_bot_sends_messages_to_the_host_that_the_program_goes_by()
    {
        // As compiled: "[format('{0}.{1}', …)]" and "[format('https://{0}/api/messages', format('{0}.{1}', …))]".
        string host = Keys["SurvBot__Web__AllowedHosts__0"].GetProperty("value").GetString()!.Trim('[', ']');
        host.ShouldContain("defaultDomain");
        infra.Resource("Microsoft.BotService/botServices").GetProperty("properties").GetProperty("endpoint").GetString().ShouldBe($"[format('https://{{0}}/api/messages', {host})]");
    }

    [Fact]
    public async Task With_these_keys_the_program_answers_its_probes_its_health_check_and_its_host()
    {
        survbot.Environment["SURVBOT_DATA"] = survbot.Data;
        survbot.Environment["ASPNETCORE_URLS"] = "http://+:0";
        survbot.Environment["SurvBot__Web__AllowedHosts__0"] = Host;
        survbot.Environment["SurvBot__Web__Token"] = Token;
        survbot.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "";
        survbot.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = survbot.Start("serve");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            string line = (await process.StandardOutput.ReadLineAsync(Stop).AsTask().WaitAsync(Patience, Stop)).ShouldNotBeNull();
            int port = int.Parse(AnswersAt().Match(line).Groups["port"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

            foreach (var probe in Probes)
                await ReachesAsync(port, "10.60.0.4", probe.GetProperty("httpGet").GetProperty("path").GetString()!, HttpStatusCode.OK, Patience);
            await ReachesAsync(port, Host, "/", HttpStatusCode.OK);
            await ReachesAsync(port, Host, "/privacy.html", HttpStatusCode.OK);
            await ReachesAsync(port, Host, "/terms.html", HttpStatusCode.OK);
            await ReachesAsync(port, Host, "/api/v1/articles", HttpStatusCode.OK);
            await ReachesAsync(port, "elsewhere.example.org", "/", HttpStatusCode.MisdirectedRequest);
            (await HealthCheckAsync(port)).ShouldBe(0);
            process.Kill();
            await process.WaitForExitAsync(Stop);
            (await HealthCheckAsync(port)).ShouldNotBe(0);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task ReachesAsync(int port, string host, string path, HttpStatusCode expected, TimeSpan patience = default)
    {
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        for (var started = Stopwatch.StartNew(); ; await Task.Delay(100, Stop))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{port}{path}")) { Headers = { Host = host, Authorization = new("Bearer", Token) } };
            using var response = await http.SendAsync(request, Stop);
            if (response.StatusCode == expected || started.Elapsed >= patience)
            {
                response.StatusCode.ShouldBe(expected, path);
                return;
            }
        }
    }

    /// <summary>Runs the image's own health check, against another port.</summary>
    private async Task<int> HealthCheckAsync(int port)
    {
        string command = Dockerfile.Split("HEALTHCHECK ")[1].Split('\n')[0].Split(" CMD ")[1];
        string[] words = JsonSerializer.Deserialize<string[]>(command)!;
        words[^1].ShouldContain($"/{Port} ");
        return (await Clone.RunAsync(words[0], [.. words[1..].Select(word => word.Replace($"/{Port} ", $"/{port} ", StringComparison.Ordinal))])).ExitCode;
    }

    private static IEnumerable<string> DockerKeys() =>
        Dockerfile.Split('\n').Where(line => line.StartsWith("ENV ", StringComparison.Ordinal)).SelectMany(line => line[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(pair => pair.Split('=')[0]);

    [GeneratedRegex(@":(?<port>\d+)/ ")]
    private static partial Regex AnswersAt();
}
