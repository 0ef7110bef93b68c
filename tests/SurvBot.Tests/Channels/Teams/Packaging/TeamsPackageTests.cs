using System.IO.Compression;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Packaging;
using SurvBot.Bot.Manifests;

namespace SurvBot.Tests.Channels.Teams.Packaging;

public sealed class TeamsPackageTests : IDisposable
{
    private readonly PackageFixture package = new();

    public void Dispose() => package.Dispose();

    [Fact]
    public void The_project_s_own_manifest_makes_a_package()
    {
        var built = TeamsPackage.Build(package.Options);

        built.Faults.ShouldBeEmpty();
        built.Files.ShouldBe(["manifest.json", "color.png", "outline.png", "de.json"]);
        var manifest = PackageFixture.Json(built, "manifest.json");
        manifest.GetProperty("id").GetString().ShouldBe(PackageFixture.AppId);
        manifest.GetProperty("version").GetString().ShouldBe("1.2.3");
        manifest.GetProperty("validDomains")[0].GetString().ShouldBe("survbot.example.org");
        manifest.GetProperty("bots")[0].GetProperty("botId").GetString().ShouldBe(PackageFixture.AppId);
        manifest.GetProperty("composeExtensions")[0].TryGetProperty("messageHandlers", out _).ShouldBeFalse();
    }

    [Fact]
    public void Equal_input_gives_equal_bytes_whenever_it_is_built()
    {
        byte[] first = TeamsPackage.Build(package.Options).ToZip();
        foreach (string file in Directory.EnumerateFiles(package.Folder))
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        TeamsPackage.Build(package.Options).ToZip().ShouldBe(first);

        using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980 && entry.ExternalAttributes == 0);
    }

    [Theory]
    [InlineData("--app-id", "11111111-2222-4333-8444-55555555555", "survbot.example.org", "1.2.3")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "survbot.example.org", "1.2.3")]
    [InlineData("--app-id", "{11111111-2222-4333-8444-555555555555}", "survbot.example.org", "1.2.3")]
    [InlineData("--version", PackageFixture.AppId, "survbot.example.org", "1.2")]
    [InlineData("--version", PackageFixture.AppId, "survbot.example.org", "1.2.3-beta")]
    [InlineData("--version", PackageFixture.AppId, "survbot.example.org", "1.02.3")]
    public void A_wrong_value_is_named_by_its_option(string option, string appId, string host, string version) =>
        (package.Options with { AppId = appId, Host = host, Version = version }).Faults().ShouldHaveSingleItem().ShouldStartWith($"{option}: ");

    [Theory]
    [InlineData("https://survbot.example.org", "scheme")]
    [InlineData("survbot.example.org:443", "port")]
    [InlineData("survbot.example.org/", "path")]
    [InlineData("survbot.example.org/api/messages", "path")]
    [InlineData("localhost", "this machine only")]
    [InlineData("mac.local", "this machine only")]
    [InlineData("192.0.2.7", "address of a machine")]
    [InlineData("[2001:db8::1]", "address of a machine")]
    [InlineData("survbot", "its domain")]
    [InlineData("*.example.org", "wildcard")]
    [InlineData("survbot_.example.org", "no host name")]
    [InlineData("-survbot.example.org", "no host name")]
    [InlineData("bücher.example.org", "xn--")]
    [InlineData("", "is empty")]
    public void A_host_is_a_plain_name_that_others_can_reach(string host, string reason)
    {
        string fault = (package.Options with { Host = host }).Faults().ShouldHaveSingleItem();
        fault.ShouldStartWith("--host: ");
        fault.ShouldContain(reason);
    }

    [Fact]
    public void A_tenant_type_and_a_teams_app_id_are_checked_too()
    {
        (package.Options with { TenantType = "Managed" }).Faults().ShouldBe(["--tenant-type: \"Managed\" is not known: write UserAssignedMSI or SingleTenant or Federated or MultiTenant."]);
        (package.Options with { TeamsAppId = "survbot" }).Faults().ShouldHaveSingleItem().ShouldStartWith("--teams-app-id: ");
        package.Options.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        package.Edit("manifest.json", manifest => (manifest["name"]!["short"], manifest["accentColor"], manifest["bots"]![0]!["scopes"]![1]) = (new string('x', 34), "teal", "teams"));
        package.Faults().ShouldBe(
        [
            "name.short: has 34 characters: shorten it to 30.",
            "accentColor: \"teal\" does not have the form that is needed: write a colour such as #12454D.",
            "bots[0].scopes[1]: \"teams\" is not known: write \"team\" or \"personal\" or \"groupChat\" or \"copilot\".",
            "bots[0].commandLists[1].scopes[0]: \"team\" is none of the bot's scopes: take it out, or add it to bots[0].scopes.",
            "defaultGroupCapability.team: names the bot, which has no scope \"team\": add the scope or take this out.",
        ]);
        Should.Throw<InvalidOperationException>(() => TeamsPackage.Build(package.Options).ToZip());
    }

    [Fact]
    public void A_misspelt_member_is_told_what_was_meant()
    {
        package.Edit("manifest.json", manifest => manifest["accentColour"] = "#12454D");
        package.Faults().ShouldBe(["accentColour: is not known: did you mean \"accentColor\"?"]);
    }

    [Theory]
    [InlineData("{ \"id\": 1,\n \"name\": }", "manifest.json: manifest.json is not valid JSON, line 2: ")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }", "manifest.json: manifest.json is not valid JSON, line 1: ")]
    [InlineData("[]", "manifest.json: manifest.json is no JSON object: ")]
    public void What_is_no_manifest_is_one_line(string text, string fault)
    {
        package.Write("manifest.json", text);
        package.Faults().ShouldHaveSingleItem().ShouldStartWith(fault);
    }

    [Fact]
    public void A_missing_manifest_is_one_line()
    {
        File.Delete(Path.Combine(package.Folder, "manifest.json"));
        package.Faults().ShouldBe([$"manifest.json: there is no file manifest.json in {package.Folder}: put it there, or correct the name."]);
    }

    [Theory]
    [InlineData("${{HOST}}")]
    [InlineData("{{BOT_DOMAIN}}")]
    [InlineData("${{BOT_DOMAIN")]
    public void A_placeholder_that_is_not_known_is_not_shipped(string placeholder)
    {
        package.Edit("manifest.json", manifest => manifest["description"]!["full"] = $"At {placeholder} it answers.");
        package.Faults().ShouldHaveSingleItem().ShouldStartWith($"description.full: {placeholder}");
    }

    [Fact]
    public void A_translation_has_the_admin_s_values_too()
    {
        package.Edit("de.json", texts => texts["name.full"] = "SurvBot ${{APP_VERSION}} auf ${{ BOT_DOMAIN }}");
        PackageFixture.Json(TeamsPackage.Build(package.Options), "de.json").GetProperty("name.full").GetString().ShouldBe("SurvBot 1.2.3 auf survbot.example.org");
    }

    [Fact]
    public void Links_are_asked_about_only_where_an_admin_names_their_domains()
    {
        var built = TeamsPackage.Build(package.Options with { LinkDomains = ["news.example.org", "*.example.com", "NEWS.example.org"] });
        built.Faults.ShouldBeEmpty();
        PackageFixture.Json(built, "manifest.json").GetProperty("composeExtensions")[0].GetProperty("messageHandlers").GetRawText().Replace(" ", "").Replace("\n", "")
            .ShouldBe("""[{"type":"link","value":{"domains":["news.example.org","*.example.com"]}}]""");

        (package.Options with { LinkDomains = ["https://news.example.org/"] }).Faults().ShouldHaveSingleItem().ShouldStartWith("--link-domain: ");
        package.Faults(package.Options with { LinkDomains = [.. Enumerable.Range(0, 11).Select(n => $"news{n}.example.org")] })
            .ShouldBe(["composeExtensions[0].messageHandlers[0].value.domains: has 11 entries: Teams takes 10, take out the others."]);
        package.Edit("manifest.json", manifest => manifest.AsObject().Remove("composeExtensions"));
        package.Faults(package.Options with { LinkDomains = ["news.example.org"] })[0].ShouldStartWith("--link-domain: needs an entry in composeExtensions");
    }

    [Fact]
    public void Another_language_can_be_what_everybody_else_sees()
    {
        var built = TeamsPackage.Build(package.Options with { Language = "de" });

        built.Faults.ShouldBeEmpty();
        built.Files.ShouldBe(["manifest.json", "color.png", "outline.png", "en.json"]);
        var manifest = PackageFixture.Json(built, "manifest.json");
        manifest.GetProperty("localizationInfo").GetRawText().Replace(" ", "").Replace("\n", "").ShouldBe("""{"defaultLanguageTag":"de","additionalLanguages":[{"languageTag":"en","file":"en.json"}]}""");
        manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands")[0].GetProperty("title").GetString().ShouldBe("Wer hat SenseTime finanziert?");
        manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands")[0].GetProperty("prompt").GetString().ShouldBe("Who led SenseTime's 2018 funding round?");
        PackageFixture.Json(built, "en.json").GetProperty("bots[0].commandLists[0].commands[0].title").GetString().ShouldBe("Who funded SenseTime?");

        TeamsPackage.Build(package.Options with { Language = "EN" }).ToZip().ShouldBe(TeamsPackage.Build(package.Options).ToZip());
        package.Faults(package.Options with { Language = "fr" }).ShouldBe(["--language: \"fr\" is not in the package: write en or de, or add its translation to localizationInfo."]);
    }

    [Fact]
    public void The_translation_leaves_out_nothing_that_people_read()
    {
        string[] read = ["short", "full", "title", "description", "text"];
        var manifest = JsonNode.Parse(package.Read("manifest.json"))!;
        var texts = ManifestPath.Texts(System.Text.Json.JsonElement.Parse(manifest.ToJsonString())).Select(text => text.Path).Where(path => read.Contains(path.Split('.')[^1]));
        var translated = JsonNode.Parse(package.Read("de.json"))!.AsObject().Select(entry => entry.Key).Where(key => key != "$schema");
        translated.ShouldBe(texts, ignoreOrder: true);
    }

    [Theory]
    [InlineData("name.short", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "de.json: name.short: has 31 characters: shorten it to 30.")]
    [InlineData("description.short", "\" \"", "de.json: description.short: \" \" does not have the form that is needed: write some text.")]
    [InlineData("description.short", null, "de.json: description.short: is missing: add it.")]
    [InlineData("nam.short", "\"SurvBot\"", "de.json: nam.short: is not known: did you mean \"name.short\"?")]
    [InlineData("bots[0].commandLists[2].commands[0].title", "\"Frage\"", "de.json: bots[0].commandLists[2].commands[0].title: the manifest has no such text: take the line out, or name the text that is meant.")]
    [InlineData("bots[0].commandLists[0].commands[0].title", "7", "de.json: bots[0].commandLists[0].commands[0].title: A number is not allowed here: write a text in quotes.")]
    public void A_fault_of_a_translation_names_its_file_and_key(string key, string? json, string fault)
    {
        package.Edit("de.json", texts =>
        {
            if (json is null)
                texts.AsObject().Remove(key);
            else
                texts[key] = JsonNode.Parse(json);
        });
        package.Faults().ShouldContain(fault);
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../color.png")]
    [InlineData("icons/../../color.png")]
    [InlineData("C:\\color.png")]
    public void Nothing_from_outside_the_folder_gets_into_a_package(string name)
    {
        package.Edit("manifest.json", manifest => manifest["icons"]!["color"] = name);
        package.Faults().ShouldHaveSingleItem().ShouldStartWith($"icons.color: \"{name}\" is not inside the package: ");
    }
}
