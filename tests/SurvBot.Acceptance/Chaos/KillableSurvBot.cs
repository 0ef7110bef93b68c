using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace SurvBot.Acceptance.Chaos;

/// <summary>The program, to be killed, stopped and started again on the same folder and port.</summary>
internal abstract class KillableSurvBot : IAsyncDisposable
{
    private static readonly TimeSpan PatienceToStart = TimeSpan.FromSeconds(60), PatienceToSettle = TimeSpan.FromSeconds(60), Look = TimeSpan.FromMilliseconds(20);

    private const int LinesKept = 200;

    private readonly SurvBotProcess survbot;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> said = new();
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).BuildServiceProvider();
    private Process? process;

    /// <param name="program">Its file.</param>
    protected KillableSurvBot(string program)
    {
        survbot = new() { Program = program };
        Url = $"http://127.0.0.1:{FreePort()}";
        Data = survbot.Data;
        var settings = survbot.Environment;
        // On keywords alone an answer is there in a few milliseconds.
        settings["SurvBot__Embedding__ModelPath"] = Path.Combine(survbot.Folder, "none");
        settings["SurvBot__Delivery__UserPerMinute"] = settings["SurvBot__Delivery__WorkspacePerMinute"] = "1000000";
        settings["SurvBot__Delivery__Backlog"] = "100000";
    }

    public string Url { get; }

    public string Folder => survbot.Folder;

    /// <summary>The data folder.</summary>
    public string Data { get; set; }

    /// <summary>The program as it runs now.</summary>
    public Process Process => process ?? throw new InvalidOperationException("It was not started.");

    /// <summary>The most memory that the program had up to now.</summary>
    public long PeakMegabytes
    {
        get
        {
            Process.Refresh();
            return Process.PeakWorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Sets an environment variable for the next start, name=value.</summary>
    public void Set(string setting) => survbot.Environment[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];

    /// <summary>Starts the program without waiting for it.</summary>
    public void Launch()
    {
        process?.Dispose();
        process = survbot.Start("serve", "--urls", Url, "--data", Data);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task StartAsync()
    {
        Launch();
        await ReadyAsync();
    }

    /// <summary>Starts another one on the same folder; it is the caller's.</summary>
    public Process LaunchAnother() => survbot.Start("serve", "--urls", $"http://127.0.0.1:{FreePort()}", "--data", Data);

    /// <summary>Waits until the program says that it can answer.</summary>
    public async Task ReadyAsync()
    {
        var started = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            Process.HasExited.ShouldBeFalse("it ended while it should start");
            started.Elapsed.ShouldBeLessThan(PatienceToStart);
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }

    public async Task<bool> IsReadyAsync()
    {
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        http.Timeout = TimeSpan.FromSeconds(15);
        try
        {
            using var response = await http.GetAsync($"{Url}/healthz/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ends the program without a word: kill -9.</summary>
    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the program a signal: TERM, STOP, CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>Waits until all that was said is answered; prints a line on how it went.</summary>
    /// <param name="scenario">What was done to the program.</param>
    /// <param name="times">How often.</param>
    /// <param name="asked">How much was said.</param>
    /// <param name="read">How it stands now.</param>
    protected async Task<Ledger> SettleAsync(string scenario, int times, int asked, Func<Ledger> read)
    {
        var ledger = await Ledger.SettleAsync(asked, read, PatienceToSettle);
        ChaosReport.Write($"{scenario,-32} events {asked,5}  times {times,3}  acked {ledger.Acknowledged,5}  lost {ledger.Lost}  duplicated {ledger.Duplicated}  stuck {ledger.Stuck}  {watch.Elapsed.TotalSeconds,6:0.0} s");
        // Without the program's own words nobody can tell afterwards what went wrong.
        if (ledger.Lost + ledger.Duplicated + ledger.Stuck > 0)
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', said));
        return ledger;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        await services.DisposeAsync();
        survbot.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        if (said.Count > LinesKept)
            said.TryDequeue(out _);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
