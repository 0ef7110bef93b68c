using System.Text.Json;
using CsCheck;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Channels.Slack.Rendering;

/// <summary>Whatever a reply holds, its messages are ones that Slack takes, and nothing in them is more than words.</summary>
public sealed class HostileRepliesTests
{
    [Fact]
    public void Every_message_is_within_the_limits() => Sample((_, message) => message.Breaches().ShouldBeEmpty());

    [Fact]
    public void Every_message_can_be_read_again() => Sample((_, message) => JsonDocument.Parse(message.Blocks.ToJsonString()).RootElement.ValueKind.ShouldBe(JsonValueKind.Array));

    [Fact]
    public void The_text_begins_nothing() => Sample((_, message) => Hostile.ShouldBeginNothing(message.Text));

    [Fact]
    public void Nothing_is_read_as_mark_up_or_a_mention() => Sample((_, message) =>
    {
        using var json = JsonDocument.Parse(message.Blocks.ToJsonString());
        BlockKitLimits.Strings(json.RootElement, "type").ShouldNotContain(type => type == "mrkdwn" || type == "markdown" || type == "user" || type == "usergroup" || type == "broadcast" || type == "channel" || type == "emoji");
    });

    [Fact]
    public void Every_link_leads_to_an_article_of_the_reply() => Sample((reply, message) =>
    {
        using var json = JsonDocument.Parse(message.Blocks.ToJsonString());
        var blocks = reply.Blocks.Concat(reply.Blocks.OfType<More>().SelectMany(more => more.Blocks)).ToList();
        var known = blocks.OfType<Sources>().SelectMany(cited => cited.Items).Select(source => source.Url).Concat(blocks.OfType<NearestArticles>().SelectMany(near => near.Items).Select(article => article.Url)).ToHashSet();
        BlockKitLimits.Strings(json.RootElement, "url").ShouldBeSubsetOf(known);
    });

    [Fact]
    public void A_number_that_is_a_link_leads_to_its_source() => Sample((reply, message) =>
    {
        using var json = JsonDocument.Parse(message.Blocks.ToJsonString());
        var sources = reply.Blocks.OfType<Sources>().Single().Items.ToDictionary(source => $"[{source.N}]", source => source.Url);
        foreach (var (text, url) in Links(json.RootElement).Where(link => sources.ContainsKey(link.Text)))
            // A stranger's title can look like a number.
            (url == sources[text] || Articles(reply).Any(article => article.Title.Contains(text, StringComparison.Ordinal) && article.Url == url)).ShouldBeTrue($"{text} leads to {url}");
    });

    [Fact]
    public void Who_may_judge_can_always_judge() => Sample((reply, message) =>
    {
        bool isAnswer = !message.Text.StartsWith("I was interrupted", StringComparison.Ordinal);
        message.Blocks.ToJsonString().Contains("feedback_buttons", StringComparison.Ordinal).ShouldBe(isAnswer && reply.Blocks.OfType<FeedbackRequest>().Any());
    });

    private static void Sample(Action<Reply, SlackMessage> check) => Hostile.Replies.Sample(reply =>
    {
        foreach (var message in Messages(reply))
            check(reply, message);
    }, iter: 20);

    private static SlackMessage[] Messages(Reply reply) =>
    [
        SlackReply.Of(reply, new SlackReplyOptions(WithShare: true)),
        SlackReply.InDoubt(reply),
        .. new[] { SlackActions.More, SlackActions.Sources, SlackActions.Answer }.Select(verb => SlackReply.Opened(reply, verb)),
    ];

    private static IEnumerable<(string Title, string Url)> Articles(Reply reply)
    {
        var blocks = reply.Blocks.Concat(reply.Blocks.OfType<More>().SelectMany(more => more.Blocks)).ToList();
        return [.. blocks.OfType<Sources>().SelectMany(cited => cited.Items).Select(source => (source.Title, source.Url)), .. blocks.OfType<NearestArticles>().SelectMany(near => near.Items).Select(article => (article.Title, article.Url))];
    }

    private static IEnumerable<(string Text, string Url)> Links(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("url", out var url) => [(json.GetProperty("text").GetString()!, url.GetString()!)],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Links(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Links),
        _ => [],
    };
}
