using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Commands;
using SurvBot.Tests.Channels.Teams;
using SurvBot.Tests.Channels.Teams.Authentication;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class DoctorTeamsCommandTests : IDisposable
{
    private readonly FakePlatform platform = new();
    private readonly PlainConsole output = new(width: 200);
    private readonly PlainConsole errors = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Good_settings_are_all_good()
    {
        var http = new ScriptedHttp((request, _) => request.RequestUri!.Host == "login.microsoftonline.com"
            ? ScriptedHttp.Json("""{"token_type":"Bearer","expires_in":3599,"access_token":"t"}""") : platform.Answer(request));
        (await RunAsync(SomeDeployment.Options(), http)).ShouldBe(0);
        output.Text.ShouldBe("""
            ✓ app id           11111111-1111-4111-8111-111111111111
            ✓ app type         SingleTenant
            ✓ tenant           22222222-2222-4222-8222-222222222222
            ✓ client secret    given
            ✓ cloud            Public
            ✓ platform's keys  1 read from https://login.botframework.com/v1/.well-known/openidconfiguration
            ✓ bot's token      given for https://api.botframework.com/.default

            """);
    }

    [Fact]
    public async Task What_Azure_will_complain_about_is_told_with_the_fix_and_no_request_is_made()
    {
        var options = SomeDeployment.Options();
        (options.AppId, options.AppType, options.Password) = ("survbot", "MultiTenant", "a-secret");
        (await RunAsync(options, NoNetwork())).ShouldBe(1);
        output.Text.ShouldBe("""
            ✗ app id         it is not a GUID
                             Fix: set MicrosoftAppId (or SurvBot__Teams__AppId) to the Microsoft App ID on the Azure Bot's Configuration page
            ! app type       MultiTenant: existing bots work, but none can be created since 2025-07-31
                             Fix: create new bots as SingleTenant or UserAssignedMSI
            ! tenant         MultiTenant does not use one
                             Fix: remove MicrosoftAppTenantId, or set MicrosoftAppType to SingleTenant
            ✓ client secret  given
            ✓ cloud          Public

            """);
    }

    [Fact]
    public async Task A_secret_that_a_managed_identity_does_not_need_is_told()
    {
        var options = SomeDeployment.Options("UserAssignedMSI");
        options.Password = "a-secret";
        (await RunAsync(options, NoNetwork(), "--offline")).ShouldBe(0);
        output.Text.ShouldContain("! client secret  UserAssignedMSI does not use one");
        output.Text.ShouldNotContain("a-secret");
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_told_and_no_token_is_asked_for()
    {
        platform.IsDown = true;
        (await RunAsync(SomeDeployment.Options(), platform.Http)).ShouldBe(1);
        output.Text.ShouldContain("✗ platform's keys  https://login.botframework.com/v1/.well-known/openidconfiguration cannot be read");
        output.Text.ShouldNotContain("bot's token");
    }

    [Fact]
    public async Task Keys_of_another_issuer_are_told()
    {
        var options = SomeDeployment.Options();
        options.Issuer = "https://issuer.example";
        (await RunAsync(options, platform.Http)).ShouldBe(1);
        output.Text.ShouldContain("is https://api.botframework.com's, not https://issuer.example's");
    }

    [Fact]
    public async Task A_channel_that_is_off_and_development_mode_are_told()
    {
        (await RunAsync(new TeamsOptions(), NoNetwork())).ShouldBe(0);
        output.Text.ShouldContain("! Teams  it is off: POST /api/messages answers 404");
        (await RunAsync(SomeDeployment.Development(), NoNetwork())).ShouldBe(0);
        output.Text.ShouldContain("! development mode  activities of this machine need no token");
    }

    private static ScriptedHttp NoNetwork() => new((request, _) => throw new InvalidOperationException($"{request.RequestUri} was asked"));

    private Task<int> RunAsync(TeamsOptions options, ScriptedHttp http, params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = platform.Clock,
        CurrentDirectory = Path.GetTempPath(),
        Variable = _ => null,
        Replace = services => services.RemoveAll<TeamsOptions>().AddSingleton(options).AddSingleton<IHttpClientFactory>(http),
    }).RunAsync(["doctor", "teams", .. arguments], TestContext.Current.CancellationToken);
}
