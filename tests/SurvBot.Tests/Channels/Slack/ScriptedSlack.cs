using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>A Slack in memory: keeps what is called, and refuses what a test wants refused. The app is installed in workspace "T1".</summary>
internal sealed class ScriptedSlack : ISlackApi, ISlackInstallations
{
    public const string Token = "xoxb-1", ResponseUrl = "https://hooks.slack.com/commands/1";

    private int names;

    /// <summary>All that was called, in order; answers to a response_url under that name.</summary>
    public ConcurrentQueue<(string Method, JsonObject Arguments)> Calls { get; } = new();

    /// <summary>Faults of the next calls of a method, in order.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Exception>> Faults { get; } = new();

    /// <summary>What calls of a method wait for after they came.</summary>
    public ConcurrentDictionary<string, Task> Held { get; } = new();

    /// <summary>Where the app was removed.</summary>
    public ConcurrentQueue<SlackTenant> Forgotten { get; } = new();

    /// <summary>What conversations.replies shows.</summary>
    public string Thread { get; set; } = """{"ok":true,"messages":[],"has_more":false}""";

    public IEnumerable<string> Methods => Calls.Select(call => call.Method);

    /// <summary>Arguments of the last call of a method.</summary>
    public JsonObject Last(string method) => Calls.Last(call => call.Method == method).Arguments;

    public void Refuse(string method, params string[] codes) => Faults[method] = new(codes.Select(code => new SlackRefusedException(code)));

    public async Task<JsonElement> CallAsync(SlackMethod method, string token, JsonObject arguments, CancellationToken cancellationToken)
    {
        token.ShouldBe(Token);
        SlackDescriptions.Faults(method.Name, arguments.Select(argument => argument.Key)).ShouldBeEmpty();
        Take(method.Name, arguments);
        await Held.GetValueOrDefault(method.Name, Task.CompletedTask);
        return JsonElement.Parse(method == SlackMethod.Replies ? Thread : $$"""{"ok":true,"ts":"{{++names}}.0"}""");
    }

    public Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken)
    {
        responseUrl.ShouldBe(ResponseUrl);
        Take("response_url", message);
        return Task.CompletedTask;
    }

    public ValueTask<SlackInstallation?> FindAsync(SlackTenant tenant, CancellationToken cancellationToken) => ValueTask.FromResult(tenant.Team == "T1" ? new SlackInstallation(Token) : null);

    public Task<bool> ForgetAsync(SlackTenant tenant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Forgotten.Enqueue(tenant);
        return Task.FromResult(true);
    }

    /// <summary>Errands are done after what asked for them was acknowledged.</summary>
    public async Task<JsonObject> CalledAsync(string method, int times = 1)
    {
        for (int i = 0; i < 500 && Methods.Count(called => called == method) < times; i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Methods.Count(called => called == method).ShouldBe(times, method);
        return Last(method);
    }

    private void Take(string method, JsonObject arguments)
    {
        Calls.Enqueue((method, (JsonObject)arguments.DeepClone()));
        if (Faults.TryGetValue(method, out var faults) && faults.TryDequeue(out var fault))
            throw fault;
    }
}
