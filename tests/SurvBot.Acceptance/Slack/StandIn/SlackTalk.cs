using System.Globalization;
using System.Text.Json.Nodes;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>A place in Slack where a person writes, as Slack tells an app of it.</summary>
internal sealed class SlackTalk
{
    public const string Team = "T1", Bot = "UBOT", App = "A1";

    private static int numbers;

    private SlackTalk(string kind) => (Kind, Room, User) = (kind, $"{(kind == "im" ? 'D' : 'C')}{Guid.NewGuid():N}", $"U{Guid.NewGuid():N}");

    /// <summary>"im" or "channel".</summary>
    public string Kind { get; }

    public string Room { get; }

    public string User { get; }

    public static SlackTalk Direct() => new("im");

    public static SlackTalk InRoom() => new("channel");

    /// <summary>A name that no other message has; it is also its time.</summary>
    public static string NewTs() => FormattableString.Invariant($"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref numbers):000000}");

    /// <summary>The events that one question makes: of a mention in a room there are two.</summary>
    public IReadOnlyList<SlackWord> Question(string text)
    {
        string ts = NewTs();
        return Kind == "im" ? [Word("message", text, ts)] : [Word("message", $"<@{Bot}> {text}", ts), Word("app_mention", $"<@{Bot}> {text}", ts)];
    }

    /// <summary>Somebody pressed the stop button.</summary>
    public SlackWord Stopped(SlackPost post) => Enveloped(new JsonObject
    {
        ["type"] = "agent_session_stopped",
        ["channel"] = Room,
        ["user"] = User,
        ["thread_ts"] = post.Thread,
        ["streaming_message_ts"] = new JsonArray(post.Ts),
    }, post.Ts);

    /// <summary>A press on a button.</summary>
    public JsonObject Press(SlackPost post, string action, string value, string responseUrl) => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = User, ["team_id"] = Team },
        ["api_app_id"] = App,
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = post.Ts, ["channel_id"] = Room, ["is_ephemeral"] = post.Thread is null, ["thread_ts"] = post.Thread },
        ["trigger_id"] = Guid.NewGuid().ToString("N"),
        ["team"] = new JsonObject { ["id"] = Team },
        ["channel"] = new JsonObject { ["id"] = Room },
        ["response_url"] = responseUrl,
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["value"] = value, ["action_ts"] = NewTs() }),
    };

    private SlackWord Word(string type, string text, string ts)
    {
        var said = new JsonObject { ["type"] = type, ["user"] = User, ["text"] = text, ["ts"] = ts, ["channel"] = Room, ["event_ts"] = ts };
        if (type == "message")
            said["channel_type"] = Kind;
        return Enveloped(said, ts);
    }

    private SlackWord Enveloped(JsonObject said, string ts)
    {
        string id = $"Ev{Guid.NewGuid():N}";
        return new(this, id, ts, new JsonObject
        {
            ["team_id"] = Team,
            ["api_app_id"] = App,
            ["event"] = said,
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = long.Parse(ts.Split('.')[0], CultureInfo.InvariantCulture),
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = Team, ["user_id"] = Bot, ["is_bot"] = true, ["is_enterprise_install"] = false }),
        }.ToJsonString());
    }
}

/// <summary>An event of Slack.</summary>
/// <param name="Talk">Where it happened.</param>
/// <param name="Id">The same however often it is delivered.</param>
/// <param name="Ts">The message that it is about.</param>
/// <param name="Body">As it is sent.</param>
internal sealed record SlackWord(SlackTalk Talk, string Id, string Ts, string Body);
