using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>The arguments by which a message is posted.</summary>
internal static class SlackPosts
{
    private const string EventType = "survbot_reply", ReplyId = "reply_id";

    /// <summary>A message in a room; what it links to is not unfolded below it.</summary>
    public static JsonObject In(string room, SlackMessage message, string replyId)
    {
        var post = Of(room, message, replyId);
        (post["unfurl_links"], post["unfurl_media"]) = (false, false);
        return post;
    }

    /// <summary>A message in the place of another, where chat.update has no say in what unfolds.</summary>
    public static JsonObject InPlaceOf(string ts, string room, SlackMessage message, string replyId)
    {
        var post = Of(room, message, replyId);
        post["ts"] = ts;
        return post;
    }

    /// <summary>A message that one person sees.</summary>
    public static JsonObject For(string reader, Address to, SlackMessage message)
    {
        var arguments = new JsonObject { ["channel"] = to.Room, ["user"] = reader, ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };
        if (SlackPlace.ThreadOfReader(to) is { } thread)
            arguments["thread_ts"] = thread;
        return arguments;
    }

    /// <summary>An answer to a command or a press on a button that one person sees.</summary>
    public static JsonObject ForOne(this SlackMessage message, string? thread = null)
    {
        var response = Response(message, "ephemeral");
        if (thread is not null)
            response["thread_ts"] = thread;
        return response;
    }

    /// <summary>An answer to a press on a button that all in the room see.</summary>
    public static JsonObject ForAll(this SlackMessage message) => Response(message, "in_channel");

    /// <summary>What a message carries unseen, so that it can be found again. Every app in the workspace can read it.</summary>
    public static JsonObject Metadata(string replyId) => new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { [ReplyId] = replyId } };

    /// <summary>Whether a message that Slack shows carries this reply.</summary>
    public static bool Carries(System.Text.Json.JsonElement message, string replyId) =>
        Member.Text(message, "metadata", "event_type") == EventType && Member.Text(message, "metadata", "event_payload", ReplyId) == replyId;

    private static JsonObject Of(string room, SlackMessage message, string replyId) =>
        new() { ["channel"] = room, ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone(), ["metadata"] = Metadata(replyId) };

    private static JsonObject Response(SlackMessage message, string type)
    {
        var response = new JsonObject { ["response_type"] = type, ["replace_original"] = false, ["text"] = message.Text };
        if (message.Blocks.Count > 0)
            response["blocks"] = message.Blocks.DeepClone();
        return response;
    }
}
