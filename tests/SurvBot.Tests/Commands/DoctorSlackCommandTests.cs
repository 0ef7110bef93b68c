using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Commands;
using SurvBot.Tests.Channels.Teams;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class DoctorSlackCommandTests : IDisposable
{
    private const string Identity = """{"ok":true,"user":"survbot","team":"Desk","team_id":"T1"}""", Scopes = "app_mentions:read,assistant:write,chat:write,commands,im:history";

    private readonly PlainConsole output = new(width: 200);
    private readonly PlainConsole errors = new();
    private readonly StoppedClock clock = new() { Now = Some.Now };

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Good_settings_are_all_good()
    {
        (await RunAsync(Options(), Slack(Scopes, Some.Now))).ShouldBe(0);
        output.Text.ShouldBe("""
            ✓ bot token       given
            ✓ signing secret  given
            ✓ bot's token     survbot in Desk (T1)
            ✓ scopes          app_mentions:read, assistant:write, chat:write, commands, im:history
            ✓ clock           0 seconds ahead of Slack's
            ✓ events          SurvBot needs app_mention, message.im, app_home_opened, agent_session_stopped, app_uninstalled, tokens_revoked: see Event Subscriptions at https://api.slack.com/apps

            """);
    }

    [Fact]
    public async Task A_missing_scope_and_a_wrong_clock_are_told_with_the_fix()
    {
        (await RunAsync(Options(), Slack("chat:write,commands,files:read", Some.Now.AddMinutes(-6)))).ShouldBe(1);
        output.Text.ShouldContain("✗ scopes          missing: app_mentions:read for the event app_mention");
        output.Text.ShouldContain("files:read");
        output.Text.ShouldContain("✗ clock           360 seconds ahead of Slack's");
    }

    [Fact]
    public async Task Settings_that_cannot_work_are_told_and_nobody_is_asked()
    {
        (await RunAsync(new SlackOptions { BotToken = "xoxp-1" }, NoNetwork())).ShouldBe(1);
        output.Text.ShouldContain("✗ bot token       it does not begin with xoxb-");
        output.Text.ShouldContain("✗ signing secret  it is missing");
    }

    [Fact]
    public async Task A_channel_that_is_off_is_told()
    {
        (await RunAsync(new SlackOptions(), NoNetwork())).ShouldBe(0);
        output.Text.ShouldContain("! Slack  it is off: POST /slack/events answers 404");
    }

    private static SlackOptions Options() => new() { BotToken = "xoxb-1", SigningSecret = "0123456789abcdef0123456789abcdef" };

    private static ScriptedHttp Slack(string scopes, DateTimeOffset date) => new((_, _) =>
    {
        var answer = ScriptedHttp.Json(Identity);
        answer.Headers.Add("x-oauth-scopes", scopes);
        answer.Headers.Date = date;
        return answer;
    });

    private static ScriptedHttp NoNetwork() => new((request, _) => throw new InvalidOperationException($"{request.RequestUri} was asked"));

    private Task<int> RunAsync(SlackOptions options, ScriptedHttp http, params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = clock,
        CurrentDirectory = Path.GetTempPath(),
        Variable = _ => null,
        Replace = services => services.RemoveAll<SlackOptions>().AddSingleton(options).AddSingleton<IHttpClientFactory>(http),
    }).RunAsync(["doctor", "slack", .. arguments], TestContext.Current.CancellationToken);
}
