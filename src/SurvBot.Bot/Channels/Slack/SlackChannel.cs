using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Slack.Streaming;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Sends replies to Slack: streamed into a thread, else in one message; where only one person is to see them, as an answer to their command.</summary>
/// <remarks>
/// Slack has no key that makes a post happen once. A stream is named before its answer is sent, and the answer is put there however often that is tried. A message
/// of its own carries the reply's id and is looked for where the bot may read; where nobody knows whether it arrived, a note says so and opens it on a click.
/// </remarks>
internal sealed partial class SlackChannel(
    ISlackApi api, ISlackInstallations installations, RouteStore routes, OpenStreams<AnswerStream> streams, AgentStatus status, SessionTitles titles, SlackOptions options, TimeProvider clock, ILogger<SlackChannel> log) : IChannel
{
    private const string Searching = "Searching the articles…";

    // More than fifteen at once Slack gives to few apps.
    private const int MostLookedThrough = 200;

    /// <summary>Replies that were looked for and are not there.</summary>
    private readonly ConcurrentDictionary<string, bool> missing = new();

    /// <inheritdoc />
    public string Name => SlackPlace.ChannelName;

    /// <inheritdoc />
    public async Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        if (SlackRoute.Read(routes.Find(to.ConversationId)) is not { } route || SlackPlace.ThreadOf(to) is not { } thread)
            return null;
        try
        {
            if (await installations.FindAsync(route.Tenant, cancellationToken) is not { } there)
                return null;
            // A stream says by itself that the agent works.
            if (options.StreamAnswers && await StreamAsync(there, to.Room, thread, route, replyId, cancellationToken) is { } stream)
                return stream;
            await status.WorkAsync(there.Token, to.Room, thread, cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException)
        {
            // The answer is worth more than the word that it is on its way; what is wrong shows again when it is sent.
            return null;
        }
    }

    /// <inheritdoc />
    public Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken) => StreamOf(partial.Id, post) is { } stream
        ? stream.ShowAsync(SlackReply.TextSoFar(partial), partial.Blocks is [Progress progress] ? progress.Text : null, cancellationToken)
        : Task.FromResult(true);

    /// <inheritdoc />
    public async Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        missing.TryRemove(replyId, out _);
        if (SlackRoute.Read(routes.Find(to.ConversationId)) is not { } route || SlackPlace.ThreadOf(to) is not { } thread)
            return null;
        try
        {
            if (await installations.FindAsync(route.Tenant, cancellationToken) is not { } there)
                return null;
            var arguments = new JsonObject { ["channel"] = to.Room, ["ts"] = thread, ["limit"] = MostLookedThrough, ["include_all_metadata"] = "true" };
            return Look(await api.CallAsync(SlackMethod.Replies, there.Token, arguments, cancellationToken), replyId);
        }
        catch (SlackRefusedException)
        {
            // Few bots may read what stands in a room.
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        if (SlackRoute.Read(routes.Find(to.ConversationId)) is not { } route)
        {
            await LeaveAsync(reply.Id, post, cancellationToken);
            throw new ChannelRefusedException("The app was removed from there.");
        }
        bool mayStandThere = !missing.TryRemove(reply.Id, out _) && mayStand;
        try
        {
            var there = await FindAsync(route, cancellationToken) ?? throw new ChannelRefusedException("The app is not installed there.");
            string stands = await FitAsync(there, to, route, post is { Length: > 0 } ? post : null, reply, mayStandThere, cancellationToken);
            streams.Drop(reply.Id);
            if (route.IsPersonal && SlackPlace.ThreadOf(to) is { } thread)
                await titles.NameAsync(there.Token, to.Room, thread, reply.Id, cancellationToken);
            return stands;
        }
        catch (SlackRefusedException refused) when (refused.IsForGood)
        {
            streams.Drop(reply.Id);
            await RestAsync(to, route, cancellationToken);
            throw refused.ToChannelRefusal();
        }
        catch (SlackRefusedException refused)
        {
            throw new ChannelUnsentException(refused.Message, refused);
        }
        catch (SlackUnavailableException fault) when (!fault.MayHaveArrived)
        {
            throw new ChannelUnsentException(fault.Message, fault);
        }
    }

    /// <summary>In whose name to speak; whatever keeps that from being known, nothing has been said then.</summary>
    private async Task<SlackInstallation?> FindAsync(SlackRoute route, CancellationToken cancellationToken)
    {
        try
        {
            return await installations.FindAsync(route.Tenant, cancellationToken);
        }
        catch (Exception fault) when (fault is SlackUnavailableException or ChatStoreException)
        {
            throw new ChannelUnsentException(fault.Message, fault);
        }
    }

    /// <summary>Says it in words alone where Slack finds a fault in its blocks: what it takes of them is not all documented, and an answer is not to be lost by that.</summary>
    private async Task<string> FitAsync(SlackInstallation there, Address to, SlackRoute route, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        var whole = SlackReply.Of(reply, new SlackReplyOptions(WithShare: SlackPlace.OnlyReader(to) is not null));
        try
        {
            return await SayAsync(there, to, route, post, reply, whole, mayStand, cancellationToken);
        }
        catch (SlackRefusedException refused) when (refused.Code is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long")
        {
            return await SayAsync(there, to, route, post, reply, whole with { Blocks = [] }, mayStand, cancellationToken);
        }
    }

    /// <summary>Nobody knows the way there any more, but a stream that is open still does: it ends without an answer.</summary>
    private async Task LeaveAsync(string replyId, string? post, CancellationToken cancellationToken)
    {
        if (StreamOf(replyId, post) is { } stream)
        {
            streams.Drop(replyId);
            await stream.StopAsync(cancellationToken);
        }
    }

    /// <summary>Nothing more will be said: nobody is to wait for it.</summary>
    private async Task RestAsync(Address to, SlackRoute route, CancellationToken cancellationToken)
    {
        if (SlackPlace.ThreadOf(to) is { } thread && await installations.FindAsync(route.Tenant, cancellationToken) is { } there)
            await status.EndAsync(there.Token, to.Room, thread, cancellationToken);
    }

    private async Task<string?> StreamAsync(SlackInstallation there, string room, string thread, SlackRoute route, string replyId, CancellationToken cancellationToken)
    {
        var stream = new AnswerStream(api, there.Token, room, thread, clock);
        if (await stream.BeginAsync(Searching, route.IsPersonal ? null : (route.User, route.UserTeam), cancellationToken))
        {
            streams.Keep(replyId, stream);
            return stream.Ts;
        }
        return null;
    }

    private string? Look(JsonElement answer, string replyId)
    {
        if (Member.At(answer, "messages") is not { ValueKind: JsonValueKind.Array } messages)
            return null;
        string? found = messages.EnumerateArray().Where(message => SlackPosts.Carries(message, replyId)).Select(message => Member.Text(message, "ts")).FirstOrDefault();
        if (found is null && Member.At(answer, "has_more") is not { ValueKind: JsonValueKind.True })
            missing[replyId] = true;
        return found;
    }

    private Task<string> SayAsync(SlackInstallation there, Address to, SlackRoute route, string? post, Reply reply, SlackMessage whole, bool mayStand, CancellationToken cancellationToken)
    {
        var alone = mayStand ? SlackReply.InDoubt(reply) : whole;
        return SlackPlace.OnlyReader(to) is { } reader ? WhisperAsync(there, to, reader, route, alone, cancellationToken)
            : SlackPlace.ThreadOf(to) is { } thread ? AnswerAsync(there, to.Room, thread, post, reply.Id, whole, alone, cancellationToken)
            : ShareAsync(there, to.Room, route, reply.Id, alone, cancellationToken);
    }

    private async Task<string> AnswerAsync(SlackInstallation there, string room, string thread, string? post, string replyId, SlackMessage whole, SlackMessage alone, CancellationToken cancellationToken)
    {
        if (StreamOf(replyId, post) is { } stream && await stream.EndAsync(whole, replyId, cancellationToken))
        {
            // With the answer Slack ends the status itself; where a reader stopped it, that is left to the app.
            await (stream.IsStopped ? status.EndAsync(there.Token, room, thread, cancellationToken) : AddWordsAsync(there, room, post!, whole, replyId, cancellationToken));
            return post!;
        }
        try
        {
            return post is null ? await PostAsync(there, room, thread, alone, replyId, cancellationToken) : await PutAsync(there, room, thread, post, whole, alone, replyId, cancellationToken);
        }
        finally
        {
            // Whether it stands there or not, nothing is being done any more.
            await status.EndAsync(there.Token, room, thread, cancellationToken);
        }
    }

    private AnswerStream? StreamOf(string replyId, string? post) => streams.Find(replyId) is { } stream && stream.Ts == post ? stream : null;

    /// <summary>The stream is over, or the process that began it. It may have left nothing whose place can be taken: then something is said by itself.</summary>
    private async Task<string> PutAsync(SlackInstallation there, string room, string thread, string post, SlackMessage whole, SlackMessage alone, string replyId, CancellationToken cancellationToken)
    {
        try
        {
            return await UpdateAsync(there, room, post, whole, replyId, cancellationToken);
        }
        // The process that began the stream is gone, and Slack still holds it open.
        catch (SlackRefusedException refused) when (refused.Code == "streaming_state_conflict")
        {
            await api.CallAsync(SlackMethod.StopStream, there.Token, new JsonObject { ["channel"] = room, ["ts"] = post }, cancellationToken);
            return await UpdateAsync(there, room, post, whole, replyId, cancellationToken);
        }
        catch (SlackRefusedException refused) when (refused.Code is "message_not_found" or "cant_update_message" or "edit_window_closed" or "message_not_owned_by_app")
        {
            return await PostAsync(there, room, thread, alone, replyId, cancellationToken);
        }
    }

    /// <summary>
    /// Gives an answer that ended its stream its words, which notifications and screen readers take: chat.stopStream has no argument for them. By Slack's
    /// documentation of chat.update what is updated with blocks is not marked as edited. Best effort: the answer stands.
    /// </summary>
    private async Task AddWordsAsync(SlackInstallation there, string room, string post, SlackMessage whole, string replyId, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateAsync(there, room, post, whole, replyId, cancellationToken);
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException or ChannelBusyException or OperationCanceledException)
        {
            Log.NoWords(log, fault.GetType().Name);
        }
    }

    private async Task<string> UpdateAsync(SlackInstallation there, string room, string post, SlackMessage whole, string replyId, CancellationToken cancellationToken)
    {
        await api.CallAsync(SlackMethod.Update, there.Token, SlackPosts.InPlaceOf(post, room, whole, replyId), cancellationToken);
        return post;
    }

    private async Task<string> PostAsync(SlackInstallation there, string room, string? thread, SlackMessage message, string replyId, CancellationToken cancellationToken)
    {
        var arguments = SlackPosts.In(room, message, replyId);
        if (thread is not null)
            arguments["thread_ts"] = thread;
        return Member.Text(await api.CallAsync(SlackMethod.PostMessage, there.Token, arguments, cancellationToken), "ts") ?? "";
    }

    /// <summary>For one person: where their command said that answers go, which needs no membership; after half an hour that way is closed.</summary>
    private async Task<string> WhisperAsync(SlackInstallation there, Address to, string reader, SlackRoute route, SlackMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (route.ResponseUrl is { } answers)
            {
                await api.RespondAsync(answers, message.ForOne(SlackPlace.ThreadOfReader(to)), cancellationToken);
                return "";
            }
        }
        catch (SlackRefusedException)
        {
            // The other way is left.
        }
        await api.CallAsync(SlackMethod.PostEphemeral, there.Token, SlackPosts.For(reader, to, message), cancellationToken);
        return "";
    }

    /// <summary>For all in the room. A bot that is no member may still answer the button that was pressed there.</summary>
    private async Task<string> ShareAsync(SlackInstallation there, string room, SlackRoute route, string replyId, SlackMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(there, room, null, message, replyId, cancellationToken);
        }
        catch (SlackRefusedException refused) when (refused.Code is "not_in_channel" or "channel_not_found" && route.ResponseUrl is not null)
        {
            await api.RespondAsync(route.ResponseUrl, message.ForAll(), cancellationToken);
            return "";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "An answer in Slack stands without its words for screen readers: {Fault}")]
        public static partial void NoWords(ILogger log, string fault);
    }
}
