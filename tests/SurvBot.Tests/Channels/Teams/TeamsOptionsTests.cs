using Microsoft.Extensions.Configuration;
using SurvBot.Bot.Channels.Teams;

namespace SurvBot.Tests.Channels.Teams;

public sealed class TeamsOptionsTests
{
    [Theory, InlineData("SingleTenant"), InlineData("UserAssignedMSI"), InlineData("Federated"), InlineData("MultiTenant"), InlineData("singletenant")]
    public void Each_type_of_app_can_be_configured(string type)
    {
        var options = SomeDeployment.Options();
        options.AppType = type;
        if (type == "Federated")
            options.FederatedClientId = SomeDeployment.IdentityId;
        options.FindFault().ShouldBeNull();
        options.IsOn.ShouldBeTrue();
    }

    public static IEnumerable<TheoryDataRow<string, Action<TeamsOptions>>> Faults() =>
    [
        new("Teams, app id: it is missing; set MicrosoftAppId", options => options.AppId = null),
        new("Teams, app id: it is not a GUID; set MicrosoftAppId", options => options.AppId = "survbot"),
        new("Teams, app id: it is all zeros; set MicrosoftAppId", options => options.AppId = Guid.Empty.ToString()),
        new("Teams, app id: it is the tenant's id; set MicrosoftAppId", options => options.AppId = options.TenantId),
        new("Teams, app type: \"Multi\" is none; set MicrosoftAppType", options => options.AppType = "Multi"),
        new("Teams, app type: \"0\" is none; set MicrosoftAppType", options => options.AppType = "0"),
        new("Teams, tenant: SingleTenant needs one and it is missing; set MicrosoftAppTenantId", options => options.TenantId = null),
        new("Teams, tenant: Federated needs one and it is missing; set MicrosoftAppTenantId", options => (options.AppType, options.FederatedClientId, options.TenantId) = ("Federated", SomeDeployment.IdentityId, null)),
        new("Teams, tenant: it is neither a GUID nor a domain; set MicrosoftAppTenantId", options => options.TenantId = "contoso"),
        new("Teams, client secret: SingleTenant needs one and it is missing; create a client secret", options => options.Password = null),
        new("Teams, client secret: MultiTenant needs one and it is missing; create a client secret", options => (options.AppType, options.Password) = ("MultiTenant", null)),
        new("Teams, client secret: it is a GUID: the Secret ID instead of the Value; create a client secret", options => options.Password = Guid.NewGuid().ToString()),
        new("Teams, managed identity: Federated needs one and it is missing; set MicrosoftAppClientId", options => options.AppType = "Federated"),
        new("Teams, managed identity: it is not a GUID; set MicrosoftAppClientId", options => (options.AppType, options.FederatedClientId) = ("Federated", "mine")),
        new("Teams, managed identity: it is the bot's app itself, which is then UserAssignedMSI; set MicrosoftAppClientId", options => (options.AppType, options.FederatedClientId) = ("Federated", options.AppId)),
        new("Teams, cloud: \"China\" is none; set SurvBot__Teams__Cloud", options => options.Cloud = "China"),
        new("Teams, issuer: https://api.botframework.us belongs to the other cloud than Public; remove SurvBot__Teams__Issuer", options => options.Issuer = "https://api.botframework.us"),
        new("Teams, login: https://login.microsoftonline.com belongs to the other cloud than UsGovernment; remove SurvBot__Teams__Login", options => (options.Cloud, options.Login) = ("UsGovernment", "https://login.microsoftonline.com")),
        new("Teams, metadata: it is not an https address; remove SurvBot__Teams__MetadataUrl", options => options.MetadataUrl = "http://localhost/openid"),
        new("Teams, service hosts: \"https://smba.trafficmanager.net/\" is neither a host nor a dot with a domain; write hosts", options => options.AllowedServiceHosts.Add("https://smba.trafficmanager.net/")),
        new("Teams, service hosts: \".com\" is neither a host nor a dot with a domain; write hosts", options => options.AllowedServiceHosts.Add(".com")),
        new("Teams, size of an activity: 0 bytes hold none; remove SurvBot__Teams__MostActivityBytes", options => options.MostActivityBytes = 0),
        new("Teams, time of a request: 00:00:00 is not more than nothing and at most 00:05:00; remove SurvBot__Teams__RequestTimeout", options => options.RequestTimeout = TimeSpan.Zero),
        new("Teams, development mode: it lets in this machine without a token and must not be combined with a bot's credentials; unset ASPNETCORE_ENVIRONMENT", options => options.IsDevelopment = true),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void What_cannot_work_is_one_line_with_the_setting_and_the_fix(string line, Action<TeamsOptions> change)
    {
        var options = SomeDeployment.Options();
        change(options);
        string fault = options.FindFault().ShouldNotBeNull();
        fault.ShouldStartWith(line);
        fault.ShouldNotContain("\n");
        fault.ShouldNotContain("a-secret");
    }

    [Fact]
    public void Any_part_of_an_identity_turns_the_channel_on_so_that_it_cannot_stay_unfinished_unnoticed()
    {
        new TeamsOptions().IsOn.ShouldBeFalse();
        new TeamsOptions().FindFault().ShouldBeNull();
        foreach (var change in (Action<TeamsOptions>[])[options => options.AppId = "x", options => options.Password = "x", options => options.TenantId = "x", options => options.AppType = "x", options => options.FederatedClientId = "x"])
        {
            var options = new TeamsOptions();
            change(options);
            options.IsOn.ShouldBeTrue();
            options.FindFault().ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_names_that_Azure_uses_fill_what_the_settings_leave_out()
    {
        var azure = new Dictionary<string, string>
        {
            ["MicrosoftAppId"] = $" {SomeDeployment.AppId} ",
            ["MicrosoftAppType"] = "Federated",
            ["MicrosoftAppTenantId"] = SomeDeployment.TenantId,
            ["MicrosoftAppPassword"] = "",
            ["MicrosoftAppClientId"] = SomeDeployment.IdentityId,
        };
        var options = new TeamsOptions { TenantId = "contoso.example" }.CompletedFrom(azure.GetValueOrDefault!);
        (options.AppId, options.AppType, options.TenantId, options.Password, options.FederatedClientId).ShouldBe((SomeDeployment.AppId, "Federated", "contoso.example", null, SomeDeployment.IdentityId));
    }

    [Fact]
    public void No_setting_turns_development_mode_on()
    {
        var options = new TeamsOptions();
        new ConfigurationBuilder().AddInMemoryCollection([new("IsDevelopment", "true"), new("AppId", SomeDeployment.AppId)]).Build().Bind(options);
        (options.AppId, options.IsDevelopment).ShouldBe((SomeDeployment.AppId, false));
    }

    [Fact]
    public void Tokens_name_the_app_in_small_letters_whatever_the_setting_does() =>
        SomeDeployment.Of(options => options.AppId = "ABCDEFAB-1111-4111-8111-111111111111").AppId.ShouldBe("abcdefab-1111-4111-8111-111111111111");
}
