using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Tests.Channels.Teams;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Installations;

public sealed class InstallEndpointsTests : IAsyncDisposable
{
    private const string Consent = """{"ok":true,"access_token":"xoxb-new","bot_user_id":"UBOT","app_id":"A1","scope":"commands","team":{"id":"T1","name":"<Desk>"},"enterprise":null,"is_enterprise_install":false}""";

    private readonly SlackOptions options = new() { ClientId = "1.2", ClientSecret = "secret", SigningSecret = "signing" };
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly TemporaryChats chats = new();
    private readonly InstallState states;
    private string answer = Consent;
    private ScriptedHttp http = null!;

    public InstallEndpointsTests() => states = new InstallState(options, clock);

    [Fact]
    public async Task A_workspace_adds_the_app_by_itself()
    {
        var (page, status) = await InstallAsync("&code=c0de");
        status.ShouldBe(200);
        page.ShouldContain("&lt;Desk&gt; can ask it now", Case.Sensitive, "a workspace's name is anybody's words");
        http.Requests.ShouldHaveSingleItem().Body.ShouldBe("code=c0de&client_id=1.2&client_secret=secret");
        Store().Find("T1")!.Token.ShouldBe("xoxb-new");
    }

    [Fact]
    public async Task It_asks_for_the_scopes_that_the_manifest_names_and_keeps_a_cookie_that_only_it_reads()
    {
        var context = new DefaultHttpContext();
        await Endpoints().BeginAsync(context);
        string location = context.Response.Headers.Location.ToString();
        location.ShouldStartWith("https://slack.com/oauth/v2/authorize?client_id=1.2&scope=app_mentions%3Aread,");
        context.Response.Headers.SetCookie.ToString().ShouldSatisfyAllConditions(cookie => cookie.ShouldContain("httponly"), cookie => cookie.ShouldContain("secure"), cookie => cookie.ShouldContain("samesite=lax"), cookie => cookie.ShouldContain("path=/slack"));
    }

    [Fact]
    public async Task Who_says_no_changes_nothing()
    {
        var (page, status) = await InstallAsync("&error=access_denied");
        (status, page.Contains("Nothing was added", StringComparison.Ordinal)).ShouldBe((200, true));
        Store().Find("T1").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_begun_elsewhere_ends_nowhere()
    {
        var (_, status) = await EndAsync($"?state={states.Begin().State}&code=c0de", "another");
        status.ShouldBe(400);
        http.Requests.ShouldBeEmpty();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_asks_to_hear_rooms_only_where_whoever_runs_it_wants_that(bool hearsRooms)
    {
        options.HearRooms = hearsRooms;
        var context = new DefaultHttpContext();
        await Endpoints().BeginAsync(context);
        context.Response.Headers.Location.ToString().Contains("channels%3Ahistory,groups%3Ahistory", StringComparison.Ordinal).ShouldBe(hearsRooms);
    }

    [Fact]
    public async Task Only_the_workspaces_that_are_named_may_add_it_where_any_are()
    {
        options.AllowedWorkspaces.Add("T2");
        (await InstallAsync("&code=c0de")).Status.ShouldBe(403);
        Store().Find("T1").ShouldBeNull();
        options.AllowedWorkspaces.Add("T1");
        (await InstallAsync("&code=c0de")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_code"}""", 400, "invalid_code")]
    [InlineData("<html>", 503, "could not be reached")]
    [InlineData("""{"ok":true}""", 503, "could not be reached")]
    public async Task Slacks_troubles_are_told_in_a_line(string said, int status, string line)
    {
        answer = said;
        var (page, was) = await InstallAsync("&code=c0de");
        was.ShouldBe(status);
        page.ShouldContain(line);
    }

    [Fact]
    public async Task An_organisation_adds_it_as_a_whole()
    {
        answer = """{"ok":true,"access_token":"xoxb-org","bot_user_id":"UORG","team":null,"enterprise":{"id":"E1","name":"Org"},"is_enterprise_install":true,"refresh_token":"xoxe-1","expires_in":43200}""";
        (await InstallAsync("&code=c0de")).Page.ShouldContain("Org can ask it now");
        Store().Find("E1").ShouldBe(new StoredInstallation("E1", null, "Org", "xoxb-org", "xoxe-1", clock.GetUtcNow().AddHours(12)));
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private Task<(string Page, int Status)> InstallAsync(string outcome)
    {
        var (state, cookie) = states.Begin();
        return EndAsync($"?state={state}{outcome}", cookie);
    }

    private async Task<(string Page, int Status)> EndAsync(string query, string cookie)
    {
        var context = new DefaultHttpContext { Request = { QueryString = new QueryString(query), Headers = { Cookie = $"survbot-slack-install={cookie}" } }, Response = { Body = new MemoryStream() } };
        await Endpoints().EndAsync(context);
        context.Response.Body.Position = 0;
        return (await new StreamReader(context.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken), context.Response.StatusCode);
    }

    private InstallationStore Store() => new(chats.Database, new InstallationSeal(options), clock);

    private InstallEndpoints Endpoints()
    {
        http = new ScriptedHttp((_, _) => ScriptedHttp.Json(answer));
        return new InstallEndpoints(options, states, new SlackOAuthClient(options, http, clock), Store(), NullLogger<InstallEndpoints>.Instance);
    }
}
