using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Tokens;

namespace SurvBot.Tests.Channels.Teams.Connector;

public sealed class ServiceUrlsTests
{
    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/amer/")]
    [InlineData("Public", "https://SMBA.TrafficManager.net/teams")]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("Public", "https://webchat.botframework.com/")]
    [InlineData("UsGovernment", "https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("UsGovernment", "https://smba.infra.dod.teams.microsoft.us/teams")]
    public void The_platforms_addresses_are_allowed(string cloud, string serviceUrl) => Urls(options => options.Cloud = cloud).Allows(serviceUrl).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/amer/")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:password@smba.trafficmanager.net/")]
    [InlineData("https://evil.example#.teams.microsoft.com")]
    [InlineData("https://evil.example?.teams.microsoft.com")]
    [InlineData("https://smba.trafficmanager.net/amer/?to=evil.example")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://localhost/")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    public void Other_addresses_are_not(string? serviceUrl) => Urls().Allows(serviceUrl).ShouldBeFalse();

    [Fact]
    public void A_list_of_ones_own_replaces_the_clouds()
    {
        var urls = Urls(options =>
        {
            options.AllowedServiceHosts.Add("127.0.0.1");
            options.AllowedServiceHosts.Add(".peer.example");
        });
        urls.Allows("http://127.0.0.1:8080/").ShouldBeTrue("what stays on this machine needs no https");
        urls.Allows("https://a.peer.example/").ShouldBeTrue();
        urls.Allows("http://a.peer.example/").ShouldBeFalse();
        urls.Allows("https://peer.example/").ShouldBeFalse();
        urls.Allows("https://smba.trafficmanager.net/").ShouldBeFalse();
    }

    [Fact]
    public void In_development_replies_stay_on_this_machine()
    {
        var options = SomeDeployment.Development();
        options.AllowedServiceHosts.Add("smba.trafficmanager.net");
        var urls = new ServiceUrls(TeamsDeployment.Of(options));
        urls.Allows("http://localhost:56150/_connector").ShouldBeTrue();
        urls.Allows("https://smba.trafficmanager.net/").ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_allowed_never_gets_a_request()
    {
        string[] parts = ["https://", "http://", "smba.trafficmanager.net", ".teams.microsoft.com", "botframework.com", "evil.example", "localhost", "127.0.0.1", "@", ":443", "/", "\\", "#", "?", ".", "%2e", "a", "\t", "。"];
        Gen.Int[0, parts.Length - 1].Array[1, 7].Select(chosen => string.Concat(chosen.Select(part => parts[part]))).Sample(serviceUrl =>
        {
            var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("{}"));
            var connector = new TeamsConnectorClient(Urls(), new NoTokens(), new ConversationPace(TimeProvider.System), http, TimeProvider.System);
            try
            {
                connector.SendAsync(serviceUrl, "19:a", new Activity { Type = "message" }, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (TeamsRefusedException refused)
            {
                refused.Refusal.ShouldBe(TeamsRefusal.ServiceUrlNotAllowed);
            }
            foreach (var request in http.Requests)
            {
                request.Url.Scheme.ShouldBe("https");
                (request.Url.Host == "smba.trafficmanager.net" || request.Url.Host.EndsWith(".teams.microsoft.com", StringComparison.Ordinal) || request.Url.Host.EndsWith(".botframework.com", StringComparison.Ordinal))
                    .ShouldBeTrue($"{serviceUrl} was called as {request.Url}");
            }
        }, iter: 20000);
    }

    [Fact]
    public void Redirects_are_not_followed_past_the_list()
    {
        using var services = new ServiceCollection().AddTeamsChannel(SomeDeployment.Options(), _ => null).BuildServiceProvider();
        HttpMessageHandler? handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(TeamsConnectorClient.HttpName);
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        handler.ShouldBeOfType<SocketsHttpHandler>().AllowAutoRedirect.ShouldBeFalse();
    }

    private static ServiceUrls Urls(Action<TeamsOptions>? change = null) => new(SomeDeployment.Of(change));
}
