using System.Web;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Teams.Tokens;

namespace SurvBot.Tests.Channels.Teams.Tokens;

/// <summary>With the real MSAL over a network of ours.</summary>
public sealed class MsalTokensTests
{
    private int issued;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SingleTenant", "Public", "https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", "UsGovernment", "https://login.microsoftonline.us/22222222-2222-4222-8222-222222222222/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("MultiTenant", "Public", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "UsGovernment", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    public async Task An_app_with_a_secret_asks_its_clouds_login(string type, string cloud, string url, string scope)
    {
        var http = Login();
        using var tokens = Tokens(http, type, cloud);
        (await tokens.GetAsync(Stop)).ShouldBe("token-1");
        var request = http.Requests.ShouldHaveSingleItem();
        request.Url.GetLeftPart(UriPartial.Path).ToLowerInvariant().ShouldBe(url.ToLowerInvariant());
        var form = HttpUtility.ParseQueryString(request.Body);
        (form["grant_type"], form["client_id"], form["client_secret"], form["scope"]).ShouldBe(("client_credentials", SomeDeployment.AppId, "a-secret", scope));
    }

    [Theory, InlineData("Public", "https://api.botframework.com"), InlineData("UsGovernment", "https://api.botframework.us")]
    public async Task A_managed_identity_asks_the_machine_it_is_assigned_to(string cloud, string resource)
    {
        var http = Login();
        // MSAL remembers tokens of managed identities for the whole process.
        string appId = Guid.NewGuid().ToString();
        using var tokens = Tokens(http, "UserAssignedMSI", cloud, options => options.AppId = appId);
        (await tokens.GetAsync(Stop)).ShouldBe("token-1");
        var asked = http.Requests.Last();
        var query = HttpUtility.ParseQueryString(asked.Url.Query);
        (asked.Url.Host, query["client_id"], query["resource"]).ShouldBe(("169.254.169.254", appId, resource));
    }

    [Theory, InlineData("Public", "api://AzureADTokenExchange"), InlineData("UsGovernment", "api://AzureADTokenExchangeUSGov")]
    public async Task A_federated_app_shows_a_managed_identitys_token_instead_of_a_secret(string cloud, string audience)
    {
        var http = Login();
        string identity = Guid.NewGuid().ToString();
        using var tokens = Tokens(http, "Federated", cloud, options => options.FederatedClientId = identity);
        (await tokens.GetAsync(Stop)).ShouldBe("token-2");
        var query = HttpUtility.ParseQueryString(http.Requests.ElementAt(http.Requests.Count - 2).Url.Query);
        (query["client_id"], query["resource"]).ShouldBe((identity, audience));
        var form = HttpUtility.ParseQueryString(http.Requests.Last().Body);
        (form["client_id"], form["client_assertion"], form["client_secret"]).ShouldBe((SomeDeployment.AppId, "token-1", null));
    }

    [Fact]
    public async Task One_token_serves_all_who_ask_at_the_same_time_and_later()
    {
        var http = Login();
        var open = new TaskCompletionSource();
        http.Gate = open.Task;
        using var tokens = Tokens(http);
        var asked = Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(Stop)).ToList();
        open.SetResult();
        (await Task.WhenAll(asked)).Distinct().ShouldBe(["token-1"]);
        (await tokens.GetAsync(Stop)).ShouldBe("token-1");
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_whose_token_was_refused_get_the_same_new_one()
    {
        var http = Login();
        using var tokens = Tokens(http);
        string refused = (await tokens.GetAsync(Stop))!;
        (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.RenewAsync(refused, Stop)))).Distinct().ShouldBe(["token-2"]);
        http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_login_that_refuses_says_why_without_secrets()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(
            """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Trace ID: 1\r\nCorrelation ID: 2"}""", System.Net.HttpStatusCode.Unauthorized));
        using var tokens = Tokens(http);
        var fault = await Should.ThrowAsync<TeamsTokenException>(() => tokens.GetAsync(Stop));
        fault.Message.ShouldStartWith("Microsoft's login gives no token: invalid_client, ");
        fault.Message.ShouldContain("AADSTS7000215");
        fault.Message.ShouldNotContain("a-secret");
        fault.Message.ShouldNotContain("\n");
    }

    private static MsalTokens Tokens(ScriptedHttp http, string type = "SingleTenant", string cloud = "Public", Action<TeamsOptions>? change = null)
    {
        var options = SomeDeployment.Options(type);
        options.Cloud = cloud;
        change?.Invoke(options);
        options.FindFault().ShouldBeNull();
        return new MsalTokens(new MsalLogin(TeamsDeployment.Of(options), http));
    }

    /// <summary>Microsoft's login and the managed identity's endpoint: each request gets a token of its own.</summary>
    private ScriptedHttp Login() => new((request, _) =>
    {
        int number = Interlocked.Increment(ref issued);
        long until = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        return request.RequestUri!.Host == "169.254.169.254"
            ? ScriptedHttp.Json($$"""{"access_token":"token-{{number}}","expires_on":"{{until}}","resource":"x","token_type":"Bearer","client_id":"x"}""")
            : ScriptedHttp.Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{number}}"}""");
    });
}
