using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Packaging;
using SurvBot.Bot.Manifests;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Channels.Slack.Packaging;

public sealed class SlackPackageTests : IDisposable
{
    private readonly SlackPackageFixture package = new();

    public void Dispose() => package.Dispose();

    [Fact]
    public void The_project_s_own_manifest_names_what_the_program_serves_and_nothing_else()
    {
        package.Faults().ShouldBeEmpty();
        var manifest = package.Manifest();
        Texts(manifest, "oauth_config.scopes.bot").ShouldBe(SlackApp.Scopes.Select(scope => scope.Name));
        Texts(manifest, "settings.event_subscriptions.bot_events").ShouldBe(SlackApp.Events.Select(listened => listened.Name));
        Entry(manifest, "slash_commands", "command").ShouldBe(SlackApp.Command);
        Entry(manifest, "shortcuts", "callback_id").ShouldBe(SlackApp.CheckClaim);
        Addresses(manifest).ShouldBe(
        [
            ("features.slash_commands[0].url", $"https://{SlackPackageFixture.Host}{SlackApp.CommandsPath}"),
            ("oauth_config.redirect_urls[0]", $"https://{SlackPackageFixture.Host}{SlackApp.OAuthPath}"),
            ("settings.event_subscriptions.request_url", $"https://{SlackPackageFixture.Host}{SlackApp.EventsPath}"),
            ("settings.interactivity.request_url", $"https://{SlackPackageFixture.Host}{SlackApp.InteractivePath}"),
        ]);
    }

    [Fact]
    public void Whoever_wants_it_to_hear_its_rooms_says_so_and_people_are_told()
    {
        var hearing = package.Options with { HearsRooms = true };
        package.Faults(hearing).ShouldBeEmpty();
        var manifest = package.Manifest(hearing);
        Texts(manifest, "oauth_config.scopes.bot").ShouldBe([.. SlackApp.Scopes.Select(scope => scope.Name), "channels:history", "groups:history"]);
        Texts(manifest, "settings.event_subscriptions.bot_events").ShouldBe([.. SlackApp.Events.Select(listened => listened.Name), "message.channels", "message.groups"]);
        string told = manifest.At("display_information.long_description")!.Value.GetString()!;
        told.ShouldContain("It is sent whatever is written in rooms that it was added to");
        told.ShouldNotContain("reads only what is addressed to it");
    }

    [Fact]
    public void A_manifest_that_hears_rooms_without_saying_so_is_told_how_to()
    {
        package.Edit(manifest => manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Add("channels:history"));
        package.Faults().ShouldHaveSingleItem().ShouldContain("--hear-rooms");
        package.Faults(package.Options with { HearsRooms = true }).ShouldBeEmpty("it is not added twice");
    }

    [Fact]
    public void Socket_Mode_needs_no_host_and_has_no_address()
    {
        package.Faults(package.Socket).ShouldBeEmpty();
        var manifest = package.Manifest(package.Socket);
        Addresses(manifest).ShouldBeEmpty();
        manifest.At("settings.socket_mode_enabled")!.Value.GetBoolean().ShouldBeTrue();
        manifest.At("settings.interactivity.is_enabled")!.Value.GetBoolean().ShouldBeTrue();
        manifest.At("oauth_config.redirect_urls").ShouldBeNull();
        Texts(manifest, "settings.event_subscriptions.bot_events").ShouldBe(SlackApp.Events.Select(listened => listened.Name));
    }

    [Fact]
    public void It_is_the_agent_of_2026_for_a_whole_organisation_with_tokens_that_stay()
    {
        var manifest = package.Manifest();
        manifest.At("features.assistant_view").ShouldBeNull();
        manifest.At("features.agent_view").ShouldNotBeNull();
        manifest.At("settings.org_deploy_enabled")!.Value.GetBoolean().ShouldBeTrue();
        manifest.At("settings.token_rotation_enabled")!.Value.GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Token_rotation_may_be_switched_on()
    {
        package.Edit(manifest => manifest["settings"]!["token_rotation_enabled"] = true);
        package.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void What_Slack_exports_as_switched_off_is_taken()
    {
        package.Edit(manifest =>
        {
            manifest["oauth_config"]!["scopes"]!["user"] = new JsonArray();
            manifest["settings"]!["is_hosted"] = false;
            manifest["functions"] = new JsonObject();
            manifest["_metadata"] = new JsonObject { ["major_version"] = 1 };
        });
        package.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        package.Edit(manifest => (manifest["display_information"]!["name"], manifest["display_information"]!["background_color"], manifest["oauth_config"]!["scopes"]!["bot"]![0]) = (new string('x', 36), "teal", "app_mention:read"));
        package.Faults().ShouldBe(
        [
            "display_information.name: has 36 characters: shorten it to 35.",
            "display_information.background_color: \"teal\" does not have the form that is needed: write a colour such as #12454D.",
            "oauth_config.scopes.bot: lacks \"app_mentions:read\", which the event app_mention needs: add it.",
            "oauth_config.scopes.bot[0]: \"app_mention:read\" is no scope that SurvBot uses: did you mean \"app_mentions:read\"?",
        ]);
        Should.Throw<InvalidOperationException>(() => SlackPackage.Build(package.Options).ToJson());
    }

    [Fact]
    public void An_event_s_scope_is_missed_by_the_event_s_name()
    {
        package.Edit(manifest => manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().RemoveAt(4));
        package.Faults().ShouldBe(["oauth_config.scopes.bot: lacks \"im:history\", which the event message.im needs: add it."]);
    }

    [Fact]
    public void An_address_elsewhere_is_told_with_the_right_one()
    {
        package.Edit(manifest => manifest["settings"]!["interactivity"]!["request_url"] = "https://${{BOT_DOMAIN}}/slack/events");
        package.Faults().ShouldBe(["settings.interactivity.request_url: \"https://survbot.example.org/slack/events\" is not where SurvBot listens: write https://survbot.example.org/slack/interactive."]);
    }

    [Fact]
    public void A_manifest_for_Socket_Mode_is_none_for_a_host()
    {
        package.Edit(manifest => manifest["settings"]!["socket_mode_enabled"] = true);
        package.Faults().ShouldBe(["settings.socket_mode_enabled: would keep Slack from calling the host: write false, or use --socket."]);
        package.Faults(package.Socket).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("${{HOST}}")]
    [InlineData("{{BOT_DOMAIN}}")]
    [InlineData("${{BOT_DOMAIN")]
    public void A_placeholder_that_is_not_known_is_not_shipped(string placeholder)
    {
        package.Edit(manifest => manifest["display_information"]!["description"] = $"At {placeholder} it answers.");
        string fault = package.Faults().ShouldHaveSingleItem();
        fault.ShouldStartWith($"display_information.description: {placeholder}");
        fault.ShouldEndWith(" is not known: use ${{BOT_DOMAIN}}, or write the value.");
    }

    [Fact]
    public void Without_a_host_there_is_nothing_to_fill_in()
    {
        package.Edit(manifest => manifest["display_information"]!["description"] = "At ${{BOT_DOMAIN}} it answers.");
        package.Faults(package.Socket).ShouldBe(["display_information.description: ${{BOT_DOMAIN}} is not known: write the value."]);
    }

    [Fact]
    public void A_number_which_belongs_nowhere_is_told_wherever_it_stands()
    {
        string good = Repository.Read("manifests/slack/manifest.json");
        int places = Below(JsonNode.Parse(good)!).Count();
        places.ShouldBeGreaterThan(60);
        for (int index = 0; index < places; index++)
        {
            string place = "";
            package.Write(good);
            package.Edit(manifest =>
            {
                var spoilt = Below(manifest).ElementAt(index);
                place = spoilt.GetPath()[2..];
                spoilt.ReplaceWith(7);
            });
            package.Faults().ShouldContain(fault => fault.StartsWith($"{place}: A number is not allowed here: ", StringComparison.Ordinal), place);
        }
    }

    [Theory]
    [InlineData("{ \"display_information\": 1,\n \"settings\": }", "manifest.json: manifest.json is not valid JSON, line 2: ")]
    [InlineData("{ \"settings\": {}, \"settings\": {} }", "manifest.json: manifest.json is not valid JSON, line 1: ")]
    [InlineData("[]", "manifest.json: manifest.json is no JSON object: ")]
    public void What_is_no_manifest_is_one_line(string text, string fault)
    {
        package.Write(text);
        package.Faults().ShouldHaveSingleItem().ShouldStartWith(fault);
        package.Faults(package.Socket).ShouldHaveSingleItem().ShouldStartWith(fault);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"display_information":1,"features":[],"oauth_config":"","settings":{"event_subscriptions":[1],"interactivity":null,"socket_mode_enabled":{}}}""")]
    [InlineData("""{"features":{"slash_commands":[1,{"command":7,"url":[]}],"shortcuts":{},"agent_view":{"suggested_prompts":[null,"x"]}},"oauth_config":{"scopes":{"bot":[{}]},"redirect_urls":{}}}""")]
    public void Kinds_that_nobody_expects_are_faults_and_break_nothing(string text)
    {
        package.Write(text);
        package.Faults().ShouldNotBeEmpty();
        package.Faults(package.Socket).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("https://survbot.example.org", "scheme")]
    [InlineData("survbot.example.org:443", "port")]
    [InlineData("survbot.example.org/slack", "path")]
    [InlineData("localhost", "this machine only")]
    [InlineData("192.0.2.7", "address of a machine")]
    [InlineData("", "is empty")]
    public void A_host_is_a_plain_name_that_others_can_reach(string host, string reason)
    {
        string fault = (package.Options with { Host = host }).Faults().ShouldHaveSingleItem();
        fault.ShouldStartWith("--host: ");
        fault.ShouldContain(reason);
        package.Options.Faults().ShouldBeEmpty();
        package.Socket.Faults().ShouldBeEmpty();
    }

    // Of schemas/manifest.schema.2.0.0.json in https://github.com/slackapi/manifest-schema, commit c50cfa8.
    [Fact]
    public void The_schema_in_the_program_is_Slack_s_unchanged() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, "src/SurvBot.Bot/Channels/Slack/Packaging/Schemas/Slack.manifest.schema.json"))))
            .ShouldBe("a9da8db3eb8cb48ca479fe17e711181a247e27f75ea94f90948dbe5b7910e029");

    /// <summary>Whatever is inside, in the order of the file.</summary>
    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value!),
        JsonArray items => items.Select(item => item!),
        _ => [],
    }).SelectMany(child => Below(child).Prepend(child));

    private static IEnumerable<string?> Texts(JsonElement manifest, string path) => manifest.At(path)!.Value.EnumerateArray().Select(item => item.GetString());

    private static string? Entry(JsonElement manifest, string list, string member) => manifest.At("features").Items(list).ShouldHaveSingleItem().Text(member);

    private static IEnumerable<(string, string)> Addresses(JsonElement manifest) => ManifestPath.Texts(manifest).Where(text => text.Text.Contains("://", StringComparison.Ordinal));
}
