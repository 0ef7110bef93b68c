using System.Text.Json;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams.Rendering;

public sealed class TeamsReplyTests
{
    private static readonly JsonSerializerOptions Indented = new(ActivityJson.Options) { WriteIndented = true, NewLine = "\n" };

    private static readonly TeamsRoute Personal = new(ScriptedConnector.ServiceUrl, "personal", "29:ann"), Group = new(ScriptedConnector.ServiceUrl, "groupChat", null);

    [Fact]
    public void A_reply_is_text_with_citations_and_a_card() =>
        JsonSerializer.Serialize(TeamsReply.Of(new Reply("r1", SomeReply.EveryKind()), Personal), Indented).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void The_card_opens_to_sources_and_the_rest() =>
        TeamsReply.Opened(new Reply("r1", SomeReply.EveryKind()), TeamsReply.ShowAnswer).ToJsonString(Indented).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void What_strangers_wrote_makes_no_mention_no_link_and_no_template()
    {
        const string Evil = "<at>Bot</at> ![x](https://evil.example/x) [y](javascript:z) ${a} {{DATE(b)}} \u202Eturned";
        string json = JsonSerializer.Serialize(TeamsReply.Of(new Reply("r1", SomeReply.EveryKind(Evil)), Personal), Indented);

        json.ShouldNotContain("\u202E");
        json.ShouldNotContain("\"mention\"");
        // A card's runs know no mark-up; the message's text does.
        JsonDocument.Parse(json).RootElement.GetProperty("text").GetString()!.ShouldNotContain("<at>");
        foreach (string said in Strings(JsonDocument.Parse(json).RootElement, "text"))
        {
            said.ShouldNotContain("https://evil");
            said.ShouldNotContain("](javascript:z");
        }
        string card = JsonDocument.Parse(json).RootElement.GetProperty("attachments").GetRawText();
        card.ShouldNotContain("${");
        card.ShouldNotContain("{{");
    }

    [Fact]
    public void Citations_keep_their_limits()
    {
        string longest = new('x', 100_000);
        var sources = Enumerable.Range(1, 25).Select(n => SomeReply.Source(n) with { Title = longest, Publisher = longest, Date = longest, Quotes = [new SourceQuote(longest, [])] }).ToList();
        var activity = TeamsReply.Of(new Reply("r1", [SomeReply.Paragraph(), new EvidenceStrip(["As of today"]), new Sources(sources)]), Personal);

        var label = activity.Entities.ShouldHaveSingleItem();
        var citations = label.GetProperty("citation").EnumerateArray().ToList();
        citations.Select(citation => citation.GetProperty("position").GetInt32()).ShouldBe(Enumerable.Range(1, 10));
        foreach (var appearance in citations.Select(citation => citation.GetProperty("appearance")))
        {
            appearance.GetProperty("name").GetString()!.Length.ShouldBeInRange(1, 80);
            appearance.GetProperty("abstract").GetString()!.Length.ShouldBeInRange(1, 160);
            appearance.GetProperty("keywords").EnumerateArray().ShouldAllBe(word => word.GetString()!.Length <= 28);
        }
        ActivityJson.Write(activity).Length.ShouldBeLessThan(40_000);
    }

    [Fact]
    public void A_citation_without_title_or_publisher_still_has_a_name_and_an_abstract()
    {
        var activity = TeamsReply.Of(new Reply("r1", [new EvidenceStrip(["As of today"]), new Sources([new Source(1, "", null, "\u202E", null, false, [])])]), Personal);
        var appearance = activity.Entities.ShouldHaveSingleItem().GetProperty("citation")[0].GetProperty("appearance");
        appearance.GetProperty("name").GetString().ShouldBe("Untitled article");
        appearance.GetProperty("abstract").GetString().ShouldBe("Unknown publisher");
        appearance.TryGetProperty("url", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_notice_is_not_labelled_as_made_by_ai() => TeamsReply.Of(Notices.Busy("r1"), Personal).Entities.ShouldBeEmpty();

    [Fact]
    public void Beside_nothing_to_cite_what_to_ask_next_is_suggested_to_the_one_who_reads()
    {
        var reply = new Reply("r1", [SomeReply.Paragraph(), new FollowUps(["One?", "Two?", "Three?", "Four?"])]);
        var suggested = TeamsReply.Of(reply, Personal).SuggestedActions.ShouldNotBeNull();
        suggested.To.ShouldBe(["29:ann"]);
        suggested.Actions.Select(action => action.Title).ShouldBe(["One?", "Two?", "Three?"]);
        TeamsReply.Of(reply, Group).SuggestedActions.ShouldBeNull();
    }

    [Fact]
    public void A_question_without_its_dates_is_a_button() =>
        Json(TeamsReply.Of(new Reply("r1", [new EvidenceStrip(["As of today"]), new FollowUps(["Who led it?"], "Who led it?")]), Group)).ShouldContain("Search all dates");

    [Fact]
    public void What_may_stand_there_already_is_not_said_again()
    {
        string json = Json(TeamsReply.InDoubt(new Reply("r1", SomeReply.EveryKind())));
        json.ShouldNotContain("quagga");
        json.ShouldContain("Show the answer");
        json.ShouldContain("\"reply\":\"r1\"");
    }

    [Fact]
    public void What_is_too_large_is_cut_and_has_no_card()
    {
        var activity = TeamsReply.Short(new Reply("r1", [SomeReply.Paragraph(new string('x', 3000)), new EvidenceStrip(["As of today"]), new Sources([SomeReply.Source(1)])]), Personal, 100);
        activity.Text!.Length.ShouldBe(101);
        activity.Attachments.ShouldBeEmpty();
        activity.Entities.ShouldHaveSingleItem();
    }

    private static string Json(Activity activity) => System.Text.Encoding.UTF8.GetString(ActivityJson.Write(activity));

    private static IEnumerable<string> Strings(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Strings(member.Value, name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Strings(item, name)),
        _ => [],
    };
}
