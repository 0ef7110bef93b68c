using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Channels.Slack.Rendering;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Settings;

public sealed class RoomSettingsTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RoomSettings Chosen = new(Hearing.Questions, true, ["CNN"]);

    private SlackDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.OpenAsync(Newsroom.Draft("viper", "Viper is a camera."), Newsroom.Draft("leeds", "Leeds bought 40 cameras.", publisher: "CNN"));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Whoever_is_in_a_room_chooses_there_how_it_is_answered()
    {
        (await desk.Commands.AnswerAsync(SomeSlack.Command("settings"), Stop)).ShouldBeNull();
        var view = (await desk.Slack.CalledAsync("views.open"))["view"]!.AsObject();
        ViewLimits.Breaches(view).ShouldBeEmpty();
        string cnn = Options(view).Single(option => option["text"]!["text"]!.ToString() == "CNN")["value"]!.ToString();
        (await SendAsync(view["private_metadata"]!.ToString(), "Questions", "who_asks", cnn)).ShouldBeNull();
        ShouldBe(Kept(), Chosen);
        (await desk.Slack.CalledAsync("response_url"))["text"]!.ToString().ShouldBe("The settings of this room are now: I answer every question · only who asks sees the answer · only CNN.");
        ShouldBe(desk.Rooms.Find(SlackDesk.Tenant, "C2"), RoomSettings.Usual);
        ShouldBe(desk.Rooms.Find(new SlackTenant(null, "T2", false), "C1"), RoomSettings.Usual);
    }

    [Fact]
    public async Task Whoever_waits_in_vain_for_the_dialog_is_told()
    {
        desk.Slack.Refuse("views.open", "expired_trigger_id");
        await desk.Commands.AnswerAsync(SomeSlack.Command("settings"), Stop);
        (await desk.Slack.CalledAsync("response_url"))["text"]!.ToString().ShouldStartWith("I could not open the settings");
    }

    [Fact]
    public void The_dialog_offers_what_a_room_can_choose() => ShouldBeApproved(new CarriedRoom("C1", ScriptedSlack.ResponseUrl), Chosen);

    [Fact]
    public void Whoever_is_alone_with_the_bot_chooses_only_publishers() => ShouldBeApproved(new CarriedRoom("D1", null, "D1"), RoomSettings.Usual);

    [Fact]
    public void Hostile_and_many_publishers_are_only_names_and_within_the_limits() => Gen.Select(Hostile.Text.Array[0, 20], Gen.Int[0, 250]).Sample((hostile, many) =>
    {
        string[] publishers = [.. hostile, .. Enumerable.Range(0, many).Select(i => $"Publisher {i}")];
        ViewLimits.Breaches(RoomSettingsView.Of(new CarriedRoom("C1"), RoomSettings.Usual with { Publishers = [.. publishers.Take(3)] }, publishers)).ShouldBeEmpty();
    }, iter: 200);

    [Fact]
    public void A_chosen_publisher_without_a_name_is_offered_to_nobody() =>
        ViewLimits.Breaches(RoomSettingsView.Of(new CarriedRoom("C1"), RoomSettings.Usual with { Publishers = ["\u202E"] }, ["CNN", "\u202E"])).ShouldBeEmpty();

    [Fact]
    public void A_corpus_without_publishers_offers_none() =>
        RoomSettingsView.Of(new CarriedRoom("C1"), RoomSettings.Usual, []).ToJsonString().ShouldNotContain("multi_static_select");

    [Fact]
    public async Task What_was_not_offered_is_not_kept()
    {
        (await SendAsync(new CarriedRoom("C1", ScriptedSlack.ResponseUrl).Write(), "Everything", "nobody", "made up")).ShouldBeNull();
        ShouldBe(Kept(), RoomSettings.Usual);
        (await SendAsync("no JSON", "Questions", "who_asks")).ShouldBeNull();
        ShouldBe(Kept(), RoomSettings.Usual);
    }

    [Fact]
    public async Task A_chosen_publisher_that_has_gone_can_be_kept_and_given_up()
    {
        await desk.SetAsync(RoomSettings.Usual with { Publishers = ["Gone"] });
        string carried = new CarriedRoom("C1", ScriptedSlack.ResponseUrl).Write();
        await SendAsync(carried, "Mentions", "all", Key.Of("Gone"));
        Kept().Publishers.ShouldBe(["Gone"]);
        await SendAsync(carried, "Mentions", "all");
        ShouldBe(Kept(), RoomSettings.Usual);
        desk.Chats.Scalar<long>("SELECT count(*) FROM room_settings").ShouldBe(0, "of the usual nothing is kept");
    }

    [Fact]
    public async Task From_the_home_a_room_is_set_only_by_whom_slack_shows_something_there()
    {
        string carried = new CarriedRoom("C1", null, "D1").Write();
        desk.Slack.Refuse("chat.postEphemeral", "user_not_in_channel");
        var refused = (await SendAsync(carried, "Questions", "all")).ShouldNotBeNull();
        refused["response_action"]!.ToString().ShouldBe("errors");
        refused["errors"]![RoomSettingsView.Hears]!.ToString().ShouldContain("/survbot settings");
        ShouldBe(Kept(), RoomSettings.Usual);
        (await SendAsync(carried, "Questions", "all")).ShouldBeNull();
        Kept().Hears.ShouldBe(Hearing.Questions);
        var told = desk.Slack.Last("chat.postEphemeral");
        (told["channel"]!.ToString(), told["user"]!.ToString()).ShouldBe(("C1", "UANN"));
        (await desk.Slack.CalledAsync("views.publish", 2))["view"]!.ToJsonString().ShouldContain("I answer every question");
    }

    [Fact]
    public async Task Settings_go_with_the_app_and_with_its_workspace()
    {
        foreach (var forget in (Func<Task>[])[() => desk.HearAsync("""{"type":"app_uninstalled"}"""), () => desk.Chats.Forgetting.ForgetWorkspaceAsync(Key.Of("slack", "T1"), Stop)])
        {
            await desk.SetAsync(Chosen);
            desk.Chats.Scalar<long>("SELECT count(*) FROM room_settings").ShouldBe(1);
            await forget();
            desk.Chats.Scalar<long>("SELECT count(*) FROM room_settings").ShouldBe(0);
        }
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_the_room_as_it_was_set()
    {
        await desk.SetAsync(Chosen);
        desk.Rooms.ListSetBy(SlackDesk.Tenant, "UBOB").ShouldHaveSingleItem().Room.ShouldBe("C1");
        await desk.Chats.Forgetting.ForgetUserAsync(Key.Of("slack", "T1", "UBOB"), Stop);
        desk.Rooms.ListSetBy(SlackDesk.Tenant, "UBOB").ShouldBeEmpty();
        ShouldBe(Kept(), Chosen);
    }

    private RoomSettings Kept() => desk.Rooms.Find(SlackDesk.Tenant, "C1");

    private Task<JsonObject?> SendAsync(string carried, string hears, string seen, params string[] publishers)
    {
        var sent = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "UANN" },
            ["view"] = new JsonObject
            {
                ["callback_id"] = RoomSettingsView.Dialog,
                ["private_metadata"] = carried,
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject
                    {
                        ["hears"] = new JsonObject { ["hears"] = new JsonObject { ["selected_option"] = new JsonObject { ["value"] = hears } } },
                        ["seen"] = new JsonObject { ["seen"] = new JsonObject { ["selected_option"] = new JsonObject { ["value"] = seen } } },
                        ["publishers"] = new JsonObject { ["publishers"] = new JsonObject { ["selected_options"] = new JsonArray([.. publishers.Select(value => new JsonObject { ["value"] = value })]) } },
                    },
                },
            },
        };
        return desk.Bot.HandleAsync(SlackReader.Interaction(JsonElement.Parse(sent.ToJsonString())).ShouldNotBeNull(), Stop);
    }

    private static IEnumerable<JsonNode> Options(JsonObject view) =>
        view["blocks"]!.AsArray().Select(block => block!["element"]?["option_groups"]?.AsArray()).OfType<JsonArray>().SelectMany(groups => groups).SelectMany(group => group!["options"]!.AsArray()).OfType<JsonNode>();

    private static void ShouldBe(RoomSettings settings, RoomSettings expected)
    {
        (settings.Hears, settings.OnlyForWhoAsks).ShouldBe((expected.Hears, expected.OnlyForWhoAsks));
        settings.Publishers.ShouldBe(expected.Publishers);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShouldBeApproved(CarriedRoom carried, RoomSettings settings)
    {
        var view = RoomSettingsView.Of(carried, settings, ["The Verge", "CNN"]);
        ViewLimits.Breaches(view).ShouldBeEmpty();
        $"{view.ToJsonString(Indented)}\n".ShouldMatchApproved(options => options.SubFolder("Approved").LocateTestMethodUsingAttribute<FactAttribute>());
    }
}
