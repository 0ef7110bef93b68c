using System.Text.Json.Nodes;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Makes the message that shows a reply.</summary>
internal static class SlackReply
{
    private const int MostSection = 2900;

    /// <summary>The whole reply.</summary>
    public static SlackMessage Of(Reply reply, SlackReplyOptions options)
    {
        string text = Escaped(ReplyText.Of(reply));
        var blocks = new JsonArray(Section(text));
        if (reply.Blocks.OfType<FeedbackRequest>().Any())
            blocks.Add((JsonNode)new JsonObject
            {
                ["type"] = "context_actions",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "feedback_buttons", ["action_id"] = SlackActions.Feedback, ["positive_button"] = Thumb("Helpful", reply, true), ["negative_button"] = Thumb("Not helpful", reply, false) }),
            });
        if (options.WithShare)
            blocks.Add((JsonNode)new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(Button("Share here", SlackActions.Share, reply.Id)) });
        return new SlackMessage(text, blocks);
    }

    /// <summary>What is said so far, without what comes only at the end.</summary>
    public static string TextSoFar(Reply partial) => Escaped(ReplyText.AnswerOf(partial));

    /// <summary>What is said where nobody knows whether the reply stands there: not the same twice, but a way to it.</summary>
    public static SlackMessage InDoubt(Reply reply)
    {
        const string said = "I was interrupted while I sent an answer here. If it is not above, open it below.";
        return new SlackMessage(said, [Section(said), new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(Button("Show the answer", SlackActions.Answer, reply.Id)) }]);
    }

    /// <summary>What a reply kept back.</summary>
    public static SlackMessage Opened(Reply reply, string verb)
    {
        string text = Escaped(ReplyText.Of(verb == SlackActions.Sources ? reply with { Blocks = [.. reply.Blocks.OfType<Sources>()] } : reply));
        return new SlackMessage(text, [Section(text)]);
    }

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text.Length <= MostSection ? text : text[..MostSection] } };

    private static JsonObject Thumb(string text, Reply reply, bool isHelpful) => new() { ["text"] = Plain(text), ["value"] = SlackActions.Vote(reply.Id, isHelpful) };

    private static JsonObject Button(string text, string action, string value) => new() { ["type"] = "button", ["action_id"] = action, ["text"] = Plain(text), ["value"] = value };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
