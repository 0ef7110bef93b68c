using System.Net;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Health;
using SurvBot.Bot.Operations;
using SurvBot.Tests.Channels.Teams;

namespace SurvBot.Tests.Channels.Slack.Health;

public sealed class SlackExaminationTests
{
    private const string AllScopes = "app_mentions:read,assistant:write,chat:write,commands,im:history";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Finding Setting = new("signing secret", FindingState.Good, "given");

    [Fact]
    public async Task A_good_token_at_a_right_time_is_all_good()
    {
        var findings = await RunAsync(Answer(AllScopes, Now));
        findings.ShouldAllBe(finding => finding.State == FindingState.Good);
        findings.Select(finding => $"{finding.Name}: {finding.Detail}").ShouldBe(
        [
            "signing secret: given",
            "bot's token: survbot in Example Team (T024BE7LD)",
            "scopes: app_mentions:read, assistant:write, chat:write, commands, im:history",
            "clock: 0 seconds ahead of Slack's",
            "events: SurvBot needs app_mention, message.im, app_home_opened, agent_session_stopped, app_uninstalled, tokens_revoked: see Event Subscriptions at https://api.slack.com/apps",
        ]);
    }

    [Fact]
    public void Missing_and_superfluous_scopes_are_named()
    {
        var findings = ScopeCheck.Of("identify, chat:write,commands,channels:read,channels:history,assistant:write").ToList();
        findings.Select(finding => finding.State).ShouldBe([FindingState.Broken, FindingState.Lacking]);
        findings[0].Detail.ShouldBe("missing: app_mentions:read for the event app_mention, im:history for the event message.im");
        findings[1].Detail.ShouldBe("more than SurvBot uses: identify, channels:read", "what hears rooms somebody has chosen");
        findings.ShouldAllBe(finding => finding.Fix != null);
    }

    [Fact]
    public void An_order_of_scopes_means_nothing_and_each_that_is_missing_is_noticed()
    {
        ScopeCheck.Of(string.Join(", ", AllScopes.Split(',').Reverse())).ShouldHaveSingleItem().State.ShouldBe(FindingState.Good);
        foreach (var scope in SlackApp.Scopes)
            ScopeCheck.Of(string.Join(',', SlackApp.Scopes.Where(other => other != scope).Select(other => other.Name))).ShouldHaveSingleItem().Detail.ShouldBe($"missing: {scope.Name} for {scope.NeededFor}");
        ScopeCheck.Of(null).ShouldHaveSingleItem().State.ShouldBe(FindingState.Lacking);
        ScopeCheck.Of("").ShouldHaveSingleItem().State.ShouldBe(FindingState.Broken);
    }

    [Theory]
    [InlineData(0, FindingState.Good, "0 seconds ahead of Slack's")]
    [InlineData(59, FindingState.Good, "59 seconds ahead of Slack's")]
    [InlineData(-60, FindingState.Lacking, "60 seconds behind Slack's: from 5 minutes on every request is refused")]
    [InlineData(299, FindingState.Lacking, "299 seconds ahead of Slack's: from 5 minutes on every request is refused")]
    [InlineData(300, FindingState.Broken, "300 seconds ahead of Slack's: every request of Slack is refused, which may be 5 minutes old")]
    [InlineData(-4000, FindingState.Broken, "4000 seconds behind Slack's: every request of Slack is refused, which may be 5 minutes old")]
    public void A_clock_is_measured_by_the_age_that_a_request_may_have(int secondsAhead, FindingState state, string detail)
    {
        var finding = ClockCheck.Of(Now, Now.AddSeconds(secondsAhead));
        (finding.State, finding.Detail).ShouldBe((state, detail));
    }

    [Fact]
    public void A_date_that_is_missing_is_told() => ClockCheck.Of(null, Now).State.ShouldBe(FindingState.Lacking);

    [Theory]
    [InlineData("invalid_auth", "install the app again")]
    [InlineData("token_expired", "token rotation")]
    [InlineData("fatal_error", "--offline")]
    public async Task A_token_that_Slack_does_not_take_is_told_in_its_own_word_with_the_fix(string error, string fix)
    {
        var findings = await RunAsync(ScriptedHttp.Json($$"""{"ok":false,"error":"{{error}}"}"""));
        var token = findings.Single(finding => finding.Name == "bot's token");
        (token.State, token.Detail).ShouldBe((FindingState.Broken, error));
        token.Fix.ShouldNotBeNull().ShouldContain(fix);
        findings.ShouldNotContain(finding => finding.Name == "scopes" || finding.Name == "clock");
    }

    [Fact]
    public async Task What_is_not_Slack_is_told()
    {
        var html = new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") };
        (await RunAsync(html)).Single(finding => finding.Name == "bot's token").Detail.ShouldBe("what answers there is not Slack");
        (await RunAsync(ScriptedHttp.Json("[]", HttpStatusCode.NotFound))).Single(finding => finding.Name == "bot's token").Detail.ShouldBe("status 404");
    }

    [Fact]
    public async Task A_Slack_that_cannot_be_reached_is_told()
    {
        var http = new ScriptedHttp((_, _) => throw new HttpRequestException("no route to host."));
        (await RunAsync(http)).Single(finding => finding.Name == "bot's token").Detail.ShouldBe("no route to host");
        var silent = new ScriptedHttp((_, _) => throw new TaskCanceledException());
        (await RunAsync(silent)).Single(finding => finding.Name == "bot's token").Detail.ShouldBe("no answer in time");
    }

    [Fact]
    public async Task The_token_goes_to_the_API_that_the_settings_name()
    {
        var http = new ScriptedHttp((_, _) => Answer(AllScopes, Now));
        await RunAsync(http);
        http.Requests.ShouldHaveSingleItem().ShouldBe(new SentRequest(HttpMethod.Post, new Uri("https://slack.example/api/auth.test"), "Bearer xoxb-1", ""));
    }

    [Fact]
    public async Task Nobody_is_asked_offline_nor_with_broken_settings_nor_without_a_token()
    {
        var broken = new Finding("bot token", FindingState.Broken, "it is missing", "set SLACK_BOT_TOKEN");
        (await new SlackExamination([Setting], Nobody, TimeProvider.System).RunAsync(offline: true, Stop)).Select(finding => finding.Name).ShouldBe(["signing secret", "events"]);
        (await new SlackExamination([Setting, broken], Nobody, TimeProvider.System).RunAsync(offline: false, Stop)).Select(finding => finding.Name).ShouldBe(["signing secret", "bot token", "events"]);
        (await new SlackExamination([Setting], null, TimeProvider.System).RunAsync(offline: false, Stop)).Select(finding => finding.Name).ShouldBe(["signing secret", "events"]);
        var off = (await new SlackExamination([], Nobody, TimeProvider.System).RunAsync(offline: false, Stop)).ShouldHaveSingleItem();
        (off.State, off.Detail).ShouldBe((FindingState.Lacking, "it is off: POST /slack/events answers 404"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<SlackIdentity> Nobody(CancellationToken cancellationToken) => throw new InvalidOperationException("Slack was asked");

    private static Task<IReadOnlyList<Finding>> RunAsync(HttpResponseMessage answer) => RunAsync(new ScriptedHttp((_, _) => answer));

    private static Task<IReadOnlyList<Finding>> RunAsync(ScriptedHttp http) =>
        new SlackExamination([Setting], stop => new SlackIdentityClient(http).AskAsync(new Uri("https://slack.example/api/"), "xoxb-1", stop), new FakeTimeProvider(Now)).RunAsync(offline: false, Stop);

    private static HttpResponseMessage Answer(string scopes, DateTimeOffset date)
    {
        var response = ScriptedHttp.Json("""{"ok":true,"url":"https://example.slack.com/","team":"Example Team","user":"survbot","team_id":"T024BE7LD","user_id":"U0BOT","bot_id":"B0BOT"}""");
        response.Headers.Add("x-oauth-scopes", scopes);
        response.Headers.Date = date;
        return response;
    }
}
