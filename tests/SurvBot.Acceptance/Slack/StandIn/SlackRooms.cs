using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using SurvBot.Tests.Channels.Slack;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>Messages, streams and sessions as Slack keeps them, by its documentation of chat.*, agents.sessions.* and Block Kit.</summary>
/// <param name="broken">Is told each rule that is not kept.</param>
internal sealed class SlackRooms(Action<string> broken)
{
    private const int MostStreamed = 12_000;

    // One message a second and room; short bursts pass. A timer may ring some milliseconds early.
    private const int Burst = 3;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(Burst), Step = TimeSpan.FromMilliseconds(950);

    private readonly ConcurrentDictionary<string, SlackPost> posts = new();
    private readonly ConcurrentDictionary<string, Stopwatch> sinceStep = new();
    private readonly ConcurrentDictionary<(string Room, string Thread), string> sessions = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Stopwatch>> paces = new();

    public IReadOnlyList<(string Room, string Thread)> Working => [.. sessions.Where(session => session.Value == "processing").Select(session => session.Key)];

    public IReadOnlyList<SlackPost> PostsIn(string room) => [.. posts.Values.Where(post => post.Room == room).OrderBy(post => post.Ts, StringComparer.Ordinal)];

    public SlackAnswered Post(SlackCall call)
    {
        if (!IsInPace(call.Room))
            return SlackAnswered.Later(1);
        if (Breaches(call) is { } refusal)
            return refusal;
        if (call.Arguments.At("unfurl_links") is not { ValueKind: JsonValueKind.False } || call.Arguments.At("unfurl_media") is not { ValueKind: JsonValueKind.False })
            Break(call, "links unfold below it");
        return Keep(Filled(new SlackPost(SlackTalk.NewTs(), call.Room, call.Arguments.TextOf("thread_ts")), call));
    }

    public SlackAnswered Update(SlackCall call)
    {
        if (!posts.TryGetValue(call.Ts ?? "", out var post))
            return SlackAnswered.No("message_not_found");
        return Breaches(call) ?? Keep(Filled(post with { IsStreaming = false }, call));
    }

    public SlackAnswered Whisper(SlackCall call) => Breaches(call) ?? new(new { ok = true });

    public SlackAnswered Start(SlackCall call)
    {
        var arguments = call.Arguments;
        if (arguments.TextOf("thread_ts") is not { Length: > 0 } thread)
            return Refused(call, "invalid_arguments");
        if (!call.Room.StartsWith('D') && (arguments.TextOf("recipient_user_id") is null || arguments.TextOf("recipient_team_id") is null))
            return Refused(call, "missing_recipient_user_id");
        sessions[(call.Room, thread)] = "processing";
        return Grow(call, new SlackPost(SlackTalk.NewTs(), call.Room, thread) { IsStreaming = true });
    }

    public SlackAnswered Append(SlackCall call) => Streaming(call, post =>
    {
        if (sinceStep.TryGetValue(post.Ts, out var since) && since.Elapsed < Step)
            Break(call, $"{since.ElapsedMilliseconds} ms after the step before");
        return Grow(call, post);
    });

    public SlackAnswered Stop(SlackCall call) => Streaming(call, post =>
    {
        var blocks = call.Arguments.At("blocks");
        if (blocks is { } shown && BlockKitLimits.Breaches("-", shown).ToList() is { Count: > 0 } breaches)
            return Refused(call, "invalid_blocks", string.Join("; ", breaches));
        if (post.Thread is { } thread)
            sessions[(post.Room, thread)] = call.Arguments.TextOf("session_status") ?? "active";
        return Grow(call, post with { IsStreaming = false, Blocks = blocks ?? default, Metadata = call.Arguments.At("metadata") ?? default });
    });

    public SlackAnswered SetStatus(SlackCall call)
    {
        if (call.Arguments.TextOf("status") is not ("processing" or "active" or "suspended" or "closed") || call.Arguments.TextOf("thread_ts") is not { } thread)
            return Refused(call, "invalid_arguments");
        sessions[(call.Room, thread)] = call.Arguments.TextOf("status")!;
        return new(new { ok = true });
    }

    /// <summary>What stands in a thread; metadata only for whoever asks for it.</summary>
    public SlackAnswered Replies(SlackCall call) => new(new
    {
        ok = true,
        has_more = false,
        messages = PostsIn(call.Room).Where(post => post.Thread == call.Ts).Select(post => new { ts = post.Ts, user = SlackTalk.Bot, text = post.Text, metadata = call.Arguments.TextOf("include_all_metadata") == "true" && post.Metadata.ValueKind == JsonValueKind.Object ? (JsonElement?)post.Metadata : null }),
    });

    private SlackAnswered Streaming(SlackCall call, Func<SlackPost, SlackAnswered> go)
    {
        if (!posts.TryGetValue(call.Ts ?? "", out var post))
            return Refused(call, "message_not_found");
        return post.IsStreaming ? go(post) : SlackAnswered.No("message_not_in_streaming_state");
    }

    /// <summary>What is appended is added to what was shown.</summary>
    private SlackAnswered Grow(SlackCall call, SlackPost post)
    {
        string text = post.Text + string.Concat(call.Arguments.Items("chunks").Where(chunk => chunk.TextOf("type") == "markdown_text").Select(chunk => chunk.TextOf("text")));
        foreach (var chunk in call.Arguments.Items("chunks").Where(chunk => chunk.TextOf("type") is not ("markdown_text" or "task_update")))
            Break(call, $"no chunk {chunk}");
        if (text.Length > MostStreamed)
            return SlackAnswered.No("msg_too_long");
        sinceStep[post.Ts] = Stopwatch.StartNew();
        return Keep(post with { Text = text });
    }

    private SlackAnswered Keep(SlackPost post)
    {
        posts[post.Ts] = post;
        return new(new { ok = true, channel = post.Room, ts = post.Ts });
    }

    private static SlackPost Filled(SlackPost post, SlackCall call) =>
        post with { Text = call.Arguments.TextOf("text") ?? "", Blocks = call.Arguments.At("blocks") ?? default, Metadata = call.Arguments.At("metadata") ?? default };

    private SlackAnswered? Breaches(SlackCall call)
    {
        var blocks = call.Arguments.At("blocks") ?? JsonElement.Parse("[]"u8);
        return BlockKitLimits.Breaches(call.Arguments.TextOf("text") ?? "", blocks).ToList() is { Count: > 0 } breaches ? Refused(call, "invalid_blocks", string.Join("; ", breaches)) : null;
    }

    private bool IsInPace(string room)
    {
        var before = paces.GetOrAdd(room, _ => new());
        while (before.TryPeek(out var first) && first.Elapsed > Window)
            before.TryDequeue(out _);
        if (before.Count >= Burst)
            return false;
        before.Enqueue(Stopwatch.StartNew());
        return true;
    }

    /// <summary>Slack says no to what should never have been asked.</summary>
    private SlackAnswered Refused(SlackCall call, string error, string? why = null)
    {
        Break(call, $"{error} {why}");
        return SlackAnswered.No(error);
    }

    private void Break(SlackCall call, string line) => broken($"{call.Method} in {call.Room}: {line}");
}
