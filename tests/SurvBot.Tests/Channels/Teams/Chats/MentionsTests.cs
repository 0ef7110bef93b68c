using System.Text.Json;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;

namespace SurvBot.Tests.Channels.Teams.Chats;

public sealed class MentionsTests
{
    [Fact]
    public void The_bot_is_known_by_its_id_whatever_it_is_called()
    {
        var activity = Said("<at>Any Name</at> who sells <b>cameras</b>?", ("28:bot", "<at>Any Name</at>"));
        Mentions.OfBot(activity).ShouldBeTrue();
        Mentions.Without(activity).ShouldBe("who sells <b>cameras</b>?");
    }

    [Fact]
    public void Somebody_who_calls_themselves_like_the_bot_is_not_the_bot()
    {
        var activity = Said("<at>SurvBot</at> what do you think?", ("29:ann", "<at>SurvBot</at>"));
        Mentions.OfBot(activity).ShouldBeFalse();
        Mentions.Without(activity).ShouldBe("SurvBot what do you think?");
    }

    [Fact]
    public void What_is_written_like_a_mention_and_is_none_stays_words() => Mentions.Without(Said("<at id=\"0\">SurvBot</at>&nbsp;R&amp;D")).ShouldBe("SurvBot R&D");

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":"28:bot","text":"x"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"}}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"},"text":""}""")]
    public void An_odd_mention_takes_nothing_away(string entity) => Mentions.Without(Said("who is it?") with { Entities = [JsonDocument.Parse(entity).RootElement] }).ShouldBe("who is it?");

    private static Activity Said(string text, params (string Id, string Text)[] mentions) => new()
    {
        Type = "message",
        Text = text,
        Recipient = new ChannelAccount("28:bot", "SurvBot"),
        Entities = [.. mentions.Select(mention => JsonSerializer.SerializeToElement(new { type = "mention", mentioned = new { id = mention.Id, name = "n" }, text = mention.Text }))],
    };
}
