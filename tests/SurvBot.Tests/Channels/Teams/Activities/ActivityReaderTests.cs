using System.Text.Json;
using CsCheck;
using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Tests.Channels.Teams.Activities;

public sealed class ActivityReaderTests
{
    // The members are Teams'; their values are invented.
    private const string Message = """
        {"type":"message","id":"1700000000000","name":"n","timestamp":"2026-11-01T10:00:00.123Z","localTimestamp":"2026-11-01T11:00:00.123+01:00","locale":"en-GB",
         "channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/","from":{"id":"29:1a","name":"Ada","aadObjectId":"44444444-4444-4444-8444-444444444444","role":"user"},
         "recipient":{"id":"28:11111111-1111-4111-8111-111111111111","name":"SurvBot"},
         "conversation":{"id":"19:a@thread.tacv2;messageid=17","conversationType":"channel","tenantId":"22222222-2222-4222-8222-222222222222","isGroup":true,"name":"News"},
         "text":"<at>SurvBot</at> What is Viper?","textFormat":"plain","summary":"s","replyToId":"16","attachmentLayout":"list","action":"add",
         "entities":[{"type":"mention","mentioned":{"id":"28:1"},"text":"<at>SurvBot</at>"},{"type":"unheardOf","x":[1,{"y":null}]}],
         "channelData":{"tenant":{"id":"2"},"unheardOf":1.5},"value":{"action":{"verb":"more"}},
         "attachments":[{"contentType":"text/html","content":"<div>x</div>","contentUrl":"https://files.example/a","name":"a"}],
         "suggestedActions":{"to":["29:1a"],"actions":[{"type":"imBack","title":"More","value":"more"}]},
         "membersAdded":[{"id":"28:1"}],"membersRemoved":[{"id":"29:2"}]}
        """;

    [Fact]
    public void Whatever_was_read_is_written_again()
    {
        var activity = Read(Message);
        using var written = JsonDocument.Parse(ActivityJson.Write(activity));
        JsonElement.DeepEquals(JsonElement.Parse(ActivityJson.Write(Read(written.RootElement.GetRawText()))), written.RootElement).ShouldBeTrue();
        foreach (var member in JsonElement.Parse(Message).EnumerateObject().Where(member => !member.Name.EndsWith("imestamp", StringComparison.Ordinal)))
            JsonElement.DeepEquals(written.RootElement.GetProperty(member.Name), member.Value).ShouldBeTrue($"{member.Name}: {written.RootElement.GetProperty(member.Name)}");
        (activity.Timestamp, activity.LocalTimestamp!.Value.Offset).ShouldBe((DateTimeOffset.Parse("2026-11-01T10:00:00.123Z"), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void What_is_not_there_is_not_written() =>
        System.Text.Encoding.UTF8.GetString(ActivityJson.Write(new Activity { Type = "typing" })).ShouldBe("""{"type":"typing"}""");

    [Fact]
    public void Text_is_written_as_it_is() =>
        System.Text.Encoding.UTF8.GetString(ActivityJson.Write(new Activity { Type = "message", Text = "Müller's <b> 監視" })).ShouldBe("""{"type":"message","text":"Müller's <b> 監視"}""");

    [Theory, InlineData("[]"), InlineData("1"), InlineData("null"), InlineData("{}"), InlineData("""{"type":null}"""), InlineData("""{"type":""}"""), InlineData("""{"type":7}"""), InlineData("""{"Type":"message"}""")]
    public void Without_a_type_it_is_no_activity(string json) => ActivityReader.Read(JsonElement.Parse(json)).ShouldBeNull();

    [Fact]
    public void A_member_of_an_odd_form_counts_as_absent()
    {
        foreach (string odd in (string[])["null", "7", "true", "\"text\"", "[]", "{}", "[[]]", "[1,null,\"x\",{}]", "{\"id\":{}}", "\"\\ud800\"", "{\"\\ud800\":1}"])
            foreach (var member in JsonElement.Parse(Message).EnumerateObject().Where(member => member.Name != "type"))
            {
                string changed = Message.Replace($"\"{member.Name}\":{member.Value.GetRawText()}", $"\"{member.Name}\":{odd}", StringComparison.Ordinal);
                var activity = Read(changed);
                activity.Type.ShouldBe("message");
                Should.NotThrow(() => ActivityJson.Write(activity), changed);
            }
        ActivityReader.Read(JsonElement.Parse("""{"\ud800":1,"type":"message","\ude00":{}}""")).ShouldBeNull();
        Read("""{"type":"message","value":{"a":["\ud83d\ude00"]}}""").Value.ShouldNotBeNull();
        Read("""{"type":"message","value":{"a":["\ud83d"]}}""").Value.ShouldBeNull();
        var odds = Read("""{"type":"message","text":{"a":1},"from":"me","entities":[3,{"type":"x"}],"timestamp":"soon"}""");
        (odds.Text, odds.From, odds.Timestamp, odds.Entities.Count).ShouldBe((null, null, null, 1));
    }

    [Fact]
    public void Cut_or_changed_anywhere_it_is_read_or_is_no_json()
    {
        Gen.Select(Gen.Int[0, Message.Length - 1], Gen.Int[0, 12], Gen.String[Gen.Char["{}[]\",:0a\\ud8null \u0000"], 0, 8]).Sample((at, length, junk) =>
        {
            string changed = string.Concat(Message.AsSpan(0, at), junk, Message.AsSpan(Math.Min(Message.Length, at + length)));
            try
            {
                using var json = JsonDocument.Parse(changed);
                ActivityReader.Read(json.RootElement);
            }
            catch (JsonException)
            {
            }
        }, iter: 5000);
    }

    private static Activity Read(string json) => ActivityReader.Read(JsonElement.Parse(json)).ShouldNotBeNull();
}
