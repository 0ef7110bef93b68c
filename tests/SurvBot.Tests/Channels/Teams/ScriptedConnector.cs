using System.Collections.Concurrent;
using System.Text.Json;
using SurvBot.Bot.Channels;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Connector;

namespace SurvBot.Tests.Channels.Teams;

/// <summary>A Teams in memory: keeps what is said, and refuses what a test wants refused.</summary>
internal sealed class ScriptedConnector : ITeamsConnector
{
    private int names;

    public const string ServiceUrl = "https://smba.trafficmanager.net/teams/";

    /// <summary>All that was sent, in order: how, where, what.</summary>
    public ConcurrentQueue<(string How, string Where, Activity What)> Sent { get; } = new();

    /// <summary>Faults of the next requests, in order; null lets one pass.</summary>
    public ConcurrentQueue<Exception?> Faults { get; } = new();

    public IEnumerable<Activity> Messages => Sent.Select(sent => sent.What).Where(activity => activity.Type == "message");

    public Task<string?> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        serviceUrl.ShouldBe(ServiceUrl);
        Take("post", conversationId, activity);
        // What continues a stream has no name of its own.
        return Task.FromResult(StreamOf(activity) is { } info && Member.Text(info, "streamId") is not null ? null : $"a{++names}");
    }

    public Task<string?> ReplyAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        Take("put", $"{conversationId}/{activityId}", activity);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public static JsonElement? StreamOf(Activity activity) => activity.Entities.Where(entity => Member.Text(entity, "type") == "streaminfo").Select(entity => (JsonElement?)entity).FirstOrDefault();

    public static TeamsRefusedException Refused(TeamsRefusal refusal) => new(refusal, 403, null, null);

    private void Take(string how, string where, Activity what)
    {
        Sent.Enqueue((how, where, what));
        if (Faults.TryDequeue(out var fault) && fault is not null)
            throw fault;
    }
}
