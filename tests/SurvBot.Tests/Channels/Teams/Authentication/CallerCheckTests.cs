using CsCheck;
using Microsoft.IdentityModel.Tokens;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Authentication;

namespace SurvBot.Tests.Channels.Teams.Authentication;

public sealed class CallerCheckTests
{
    private readonly FakePlatform platform = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(SecurityAlgorithms.RsaSha256), InlineData(SecurityAlgorithms.RsaSha384), InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_platforms_token_is_good(string algorithm) => (await AdmitAsync(platform.Token(algorithm: algorithm))).ShouldBeOfType<Admission.Platform>();

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("iss", null)]
    [InlineData("aud", SomeDeployment.TenantId)]
    [InlineData("aud", null)]
    [InlineData("serviceurl", null)]
    [InlineData("serviceurl", "")]
    [InlineData("exp", null)]
    public async Task A_claim_that_is_wrong_or_missing_makes_it_worthless(string claim, string? value) =>
        await RefusedAsync(platform.Token(changes: (claim, value)), 401);

    [Theory]
    [InlineData("exp", -6, false)]
    [InlineData("exp", -4, true)]
    [InlineData("nbf", 6, false)]
    [InlineData("nbf", 4, true)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int minutes, bool isGood) =>
        (await AdmitAsync(platform.Token(changes: [("nbf", platform.At(TimeSpan.FromHours(-1))), (claim, platform.At(TimeSpan.FromMinutes(minutes)))])) is Admission.Platform).ShouldBe(isGood);

    [Theory, InlineData(SecurityAlgorithms.RsaSsaPssSha256), InlineData(SecurityAlgorithms.RsaSsaPssSha512)]
    public async Task Another_algorithm_is_not_the_platforms(string algorithm) => await RefusedAsync(platform.Token(algorithm: algorithm), 401);

    [Fact]
    public async Task Another_key_under_a_known_name_is_a_forgery()
    {
        string forged = new FakePlatform().Token();
        await RefusedAsync(forged, 401);
    }

    [Theory, InlineData("HTTPS://SMBA.trafficmanager.net/Amer/", true), InlineData("https://smba.trafficmanager.net/emea/", false), InlineData(null, false)]
    public async Task The_activity_must_name_the_tokens_service_url_in_whatever_case(string? serviceUrl, bool isGood) =>
        ((await AdmitAsync(platform.Token())).RefusalOf(Message() with { ServiceUrl = serviceUrl })?.Status).ShouldBe(isGood ? null : 401);

    [Theory, InlineData("slack"), InlineData("MSTEAMS"), InlineData(null)]
    public async Task A_key_signs_for_endorsed_channels_only(string? channelId)
    {
        var caller = await AdmitAsync(platform.Token());
        caller.RefusalOf(Message()).ShouldBeNull();
        caller.RefusalOf(Message() with { ChannelId = channelId }).ShouldNotBeNull().Status.ShouldBe(403);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_the_platform_is_told_to_try_again()
    {
        platform.IsDown = true;
        var refused = await RefusedAsync(platform.Token(), 503);
        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Whatever_is_sent_as_a_token_never_throws_and_is_never_let_in()
    {
        var check = platform.Check();
        string good = platform.Token();
        var alphabet = Gen.Char["abcXYZ019-_.=+/ {}\"\u0000é😀"];
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 40], Gen.String[alphabet, 0, 60]).Sample((at, length, junk) =>
        {
            string changed = string.Concat(good.AsSpan(0, at), junk, good.AsSpan(Math.Min(good.Length, at + length)));
            var admission = check.AdmitAsync(changed, CancellationToken.None).GetAwaiter().GetResult();
            // Blanks at the ends are cut off by whoever reads the header.
            if (changed.Trim() != good)
                admission.ShouldBeOfType<Admission.Refused>($"was let in: {changed}").Status.ShouldBe(401);
        }, iter: 2000);
    }

    private Task<Admission> AdmitAsync(string token) => platform.Check().AdmitAsync(token, Stop);

    private async Task<Admission.Refused> RefusedAsync(string token, int status)
    {
        var refused = (await AdmitAsync(token)).ShouldBeOfType<Admission.Refused>();
        refused.Status.ShouldBe(status);
        return refused;
    }

    private static Activity Message() => new() { Type = "message", ChannelId = "msteams", ServiceUrl = FakePlatform.ServiceUrl };
}
