using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Tests.Channels.Teams;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Installations;

public sealed class WorkspaceInstallationsTests : IAsyncDisposable
{
    private const string NextToken = """{"ok":true,"access_token":"xoxe.xoxb-2","refresh_token":"xoxe-2","expires_in":43200}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly SlackOptions options = new() { ClientId = "1.2", ClientSecret = "secret", SigningSecret = "signing" };
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task Each_workspace_is_spoken_to_with_its_own_token()
    {
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxb-1"), Stop);
        await store.KeepAsync(Installation("T2", "xoxb-2"), Stop);
        var installations = Installations(store);
        (await installations.FindAsync(Of("T1"), Stop))!.Token.ShouldBe("xoxb-1");
        (await installations.FindAsync(Of("T2"), Stop))!.Token.ShouldBe("xoxb-2");
        (await installations.FindAsync(Of("T3"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task An_organisation_that_added_it_speaks_for_its_workspaces()
    {
        var store = Store();
        await store.KeepAsync(new StoredInstallation("E1", null, "Org", "xoxb-org", null, null), Stop);
        var installations = Installations(store);
        (await installations.FindAsync(new SlackTenant("E1", "T1", IsOrgWide: true), Stop))!.Token.ShouldBe("xoxb-org");
        await store.KeepAsync(Installation("T2", "xoxb-2"), Stop);
        (await installations.FindAsync(new SlackTenant("E1", "T2", IsOrgWide: false), Stop))!.Token.ShouldBe("xoxb-2", "its own comes first");
        await installations.ForgetAsync(new SlackTenant("E1", "T1", IsOrgWide: true), clock.GetUtcNow(), Stop);
        (await installations.FindAsync(new SlackTenant("E1", "T1", IsOrgWide: true), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_workspace_that_removed_it_is_spoken_to_no_more()
    {
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxb-1"), Stop);
        (await Installations(store).ForgetAsync(Of("T1"), clock.GetUtcNow(), Stop)).ShouldBeTrue();
        (await Installations(store).FindAsync(Of("T1"), Stop)).ShouldBeNull();
        chats.Scalar<long>("SELECT count(*) FROM installations").ShouldBe(0);
    }

    [Fact]
    public async Task Late_news_of_a_removal_does_not_remove_what_was_added_since()
    {
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxb-1"), Stop);
        clock.Advance(TimeSpan.FromMinutes(5));
        var removed = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(1));
        await store.KeepAsync(Installation("T1", "xoxb-2"), Stop);
        (await Installations(store).ForgetAsync(Of("T1"), removed, Stop)).ShouldBeFalse();
        (await Installations(store).FindAsync(Of("T1"), Stop))!.Token.ShouldBe("xoxb-2");
    }

    [Fact]
    public async Task A_token_that_is_renewed_while_the_app_is_removed_brings_nothing_back()
    {
        await Store().RenewAsync(Installation("T1", "xoxb-2"), Stop);
        Store().Find("T1").ShouldBeNull();
    }

    [Fact]
    public async Task However_many_ask_at_once_a_token_is_renewed_once_and_kept()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(NextToken));
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxe.xoxb-1") with { RefreshToken = "xoxe-1", ExpiresAt = clock.GetUtcNow().AddHours(1) }, Stop);
        var installations = Installations(store, http);
        var gate = new TaskCompletionSource();
        http.Gate = gate.Task;
        var asked = Enumerable.Range(0, 20).Select(_ => installations.FindAsync(Of("T1"), Stop).AsTask()).ToList();
        gate.SetResult();
        (await Task.WhenAll(asked)).ShouldAllBe(found => found!.Token == "xoxe.xoxb-2");
        http.Requests.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            request => request.Url.AbsoluteUri.ShouldBe("https://slack.com/api/oauth.v2.access"),
            request => request.Body.ShouldBe("grant_type=refresh_token&refresh_token=xoxe-1&client_id=1.2&client_secret=secret"));
        (await Installations(Store()).FindAsync(Of("T1"), Stop))!.Token.ShouldBe("xoxe.xoxb-2", "another start of the program has it, too");
    }

    [Fact]
    public async Task A_token_that_has_long_to_live_is_left_alone()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(NextToken));
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxe.xoxb-1") with { RefreshToken = "xoxe-1", ExpiresAt = clock.GetUtcNow().AddHours(11) }, Stop);
        (await Installations(store, http).FindAsync(Of("T1"), Stop))!.Token.ShouldBe("xoxe.xoxb-1");
        http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_Slack_is_down_a_token_is_used_until_it_runs_out()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("", HttpStatusCode.BadGateway));
        var store = Store();
        await store.KeepAsync(Installation("T1", "xoxe.xoxb-1") with { RefreshToken = "xoxe-1", ExpiresAt = clock.GetUtcNow().AddHours(1) }, Stop);
        (await Installations(store, http).FindAsync(Of("T1"), Stop))!.Token.ShouldBe("xoxe.xoxb-1");
        clock.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<SlackUnavailableException>(async () => await Installations(store, http).FindAsync(Of("T1"), Stop));
    }

    [Fact]
    public async Task No_token_stands_in_the_file()
    {
        await Store().KeepAsync(Installation("T1", "xoxb-very-secret"), Stop);
        byte[] kept = chats.Scalar<byte[]>("SELECT sealed FROM installations");
        System.Text.Encoding.Latin1.GetString(kept).ShouldNotContain("very-secret");
        new InstallationStore(chats.Database, new InstallationSeal(new SlackOptions { ClientSecret = "another" }), clock).Find("T1").ShouldBeNull();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private static SlackTenant Of(string team) => new(null, team, false);

    private static StoredInstallation Installation(string team, string token) => new(null, team, "Desk", token, null, null);

    private InstallationStore Store() => new(chats.Database, new InstallationSeal(options), clock);

    private WorkspaceInstallations Installations(InstallationStore store, ScriptedHttp? http = null)
    {
        http ??= new ScriptedHttp((_, _) => throw new InvalidOperationException("nobody asks Slack"));
        return new WorkspaceInstallations(new SettingsInstallation(options, new ScriptedSlack()), store, new SlackOAuthClient(options, http, clock), clock, NullLogger<WorkspaceInstallations>.Instance);
    }
}
