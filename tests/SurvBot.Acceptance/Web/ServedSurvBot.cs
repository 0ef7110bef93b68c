using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SurvBot.Acceptance.Web;

/// <summary>The built program serving on a free port, over the starter corpus, for several tests.</summary>
public sealed class ServedSurvBot : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    public SurvBotProcess SurvBot { get; } = new();

    /// <summary>Where it answers, with a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What it said about itself so far.</summary>
    public string Log => string.Join('\n', log);

    public HttpClient Http { get; } = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient();

    public ValueTask InitializeAsync() => StartAsync();

    /// <summary>Starts it and waits until it is ready.</summary>
    public async ValueTask StartAsync(params string[] arguments)
    {
        process = SurvBot.Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        string line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("serve ended at once.");
        Url = line.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        Http.BaseAddress ??= new Uri(Url);
        for (var started = Stopwatch.StartNew(); !await IsReadyAsync(); await Task.Delay(50))
            started.Elapsed.ShouldBeLessThan(Patience);
    }

    /// <summary>Stops it politely; gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Asks within a conversation, as the page does; gives the events in order.</summary>
    public async Task<List<(string Name, JsonElement Data)>> AskAsync(Guid user, Guid conversation, Guid message, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Url}api/v1/ask")) { Content = JsonContent.Create(new { question, conversation, message }) };
        request.Headers.Add("X-SurvBot-User", user.ToString());
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var events = new List<(string, JsonElement)>();
        string name = "";
        foreach (string line in (await response.Content.ReadAsStringAsync()).Split('\n'))
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                events.Add((name, JsonElement.Parse(line["data: ".Length..])));
        return events;
    }

    /// <summary>A request of one user.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Guid user, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Url}{path}")) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-SurvBot-User", user.ToString());
        return await Http.SendAsync(request);
    }

    private async Task<bool> IsReadyAsync()
    {
        using var response = await Http.GetAsync(new Uri($"{Url}healthz/ready"));
        return response.IsSuccessStatusCode;
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process?.Dispose();
        Http.Dispose();
        SurvBot.Dispose();
        return ValueTask.CompletedTask;
    }
}
