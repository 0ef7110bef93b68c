using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Rendering;

namespace SurvBot.Bot.Channels.Slack.Streaming;

/// <summary>One answer that grows before its readers' eyes.</summary>
/// <remarks>
/// By chat.startStream, appendStream and stopStream of Slack's documentation: what is appended is added to what was shown, a second between requests is what a room
/// bears, blocks come at the end only, and Slack ends a stream by itself about five minutes after it began.
/// </remarks>
internal sealed class AnswerStream(ISlackApi api, string token, string room, string thread, TimeProvider clock) : IDisposable
{
    private const string TaskId = "answer";
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private DateTimeOffset lastSent;
    private string shown = "", doing = "";
    private bool isOver;

    /// <summary>The platform's name for the message that will hold the answer.</summary>
    public string Ts { get; private set; } = "";

    public string Room => room;

    public string Thread => thread;

    public string Token => token;

    /// <summary>Whether a reader wants nothing more of it.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Begins with a word on what is being done; false where Slack streams nothing there.</summary>
    /// <param name="task">What is being done.</param>
    /// <param name="reader">For whom, where others are in the room.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> BeginAsync(string task, (string User, string Team)? reader, CancellationToken cancellationToken)
    {
        doing = task;
        var arguments = new JsonObject { ["channel"] = room, ["thread_ts"] = thread, ["task_display_mode"] = "timeline", ["chunks"] = new JsonArray(Step("in_progress")) };
        if (reader is { } who)
            (arguments["recipient_user_id"], arguments["recipient_team_id"]) = (who.User, who.Team);
        try
        {
            Ts = Member.Text(await api.CallAsync(SlackMethod.StartStream, token, arguments, cancellationToken), "ts") ?? "";
            return Ts.Length > 0;
        }
        catch (SlackRefusedException)
        {
            return false;
        }
        finally
        {
            lastSent = clock.GetUtcNow();
        }
    }

    /// <summary>Shows more of the text, or what is being done while there is none; leaves out steps that come too fast. False when a reader has stopped it.</summary>
    public async Task<bool> ShowAsync(string text, string? task, CancellationToken cancellationToken)
    {
        // Whoever comes while another step is on its way is too fast.
        if (!await oneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
            return !IsStopped;
        try
        {
            if (!isOver && clock.GetUtcNow() - lastSent >= Pace)
                await (task is not null ? DoAsync(task, cancellationToken) : GrowAsync(text, cancellationToken));
        }
        catch (SlackRefusedException refused)
        {
            GiveUp(refused);
        }
        finally
        {
            oneAtATime.Release();
        }
        return !IsStopped;
    }

    /// <summary>Ends with the answer; false where it must be put in the stream's place: part of it was shown as text, or the stream has ended before.</summary>
    public async Task<bool> EndAsync(SlackMessage answer, string replyId, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (IsStopped)
                return true;
            if (isOver)
                return false;
            var arguments = Close();
            // Blocks are added below what was streamed, which would then stand there twice.
            if (shown.Length == 0)
                (arguments["blocks"], arguments["metadata"]) = (answer.Blocks.DeepClone(), SlackPosts.Metadata(replyId));
            await SendAsync(SlackMethod.StopStream, arguments, cancellationToken);
            isOver = true;
            return shown.Length == 0;
        }
        catch (SlackRefusedException refused)
        {
            GiveUp(refused);
            return IsStopped;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>A reader wants nothing more of it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsStopped = true;
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!isOver)
                await SendAsync(SlackMethod.StopStream, Close(), cancellationToken);
        }
        catch (SlackRefusedException)
        {
            // Slack has ended it already.
        }
        finally
        {
            isOver = true;
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task DoAsync(string task, CancellationToken cancellationToken)
    {
        if (shown.Length > 0)
            return;
        doing = task;
        await SendAsync(SlackMethod.AppendStream, With(Step("in_progress")), cancellationToken);
    }

    private async Task GrowAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length <= shown.Length || !text.StartsWith(shown, StringComparison.Ordinal))
            return;
        string more = text[shown.Length..];
        // Before it is sent: what may stand there must not be said below itself again.
        shown = text;
        await SendAsync(SlackMethod.AppendStream, With(new JsonObject { ["type"] = "markdown_text", ["text"] = more }), cancellationToken);
    }

    private async Task SendAsync(SlackMethod method, JsonObject arguments, CancellationToken cancellationToken)
    {
        try
        {
            await api.CallAsync(method, token, arguments, cancellationToken);
        }
        finally
        {
            lastSent = clock.GetUtcNow();
        }
    }

    /// <summary>Slack takes no more of it; where that is a reader's wish, it says so.</summary>
    private void GiveUp(SlackRefusedException refused)
    {
        isOver = true;
        IsStopped |= refused.Code == "stopped_by_user";
    }

    private JsonObject Close() => With(Step("complete"));

    private JsonObject With(JsonObject chunk) => new() { ["channel"] = room, ["ts"] = Ts, ["chunks"] = new JsonArray(chunk) };

    private JsonObject Step(string status) => new() { ["type"] = "task_update", ["id"] = TaskId, ["title"] = doing, ["status"] = status };
}
