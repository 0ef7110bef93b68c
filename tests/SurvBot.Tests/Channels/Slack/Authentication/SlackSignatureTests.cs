using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Primitives;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Authentication;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Authentication;

public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly StoppedClock clock = new();

    private long Now => clock.Now.ToUnixTimeSeconds();

    [Fact]
    public void The_example_of_slacks_documentation_is_right()
    {
        clock.Now = DateTimeOffset.FromUnixTimeSeconds(1531420618);
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        RefusalOf("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", body).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_request_is_good_for_five_minutes(int seconds, bool isGood)
    {
        string time = $"{Now + seconds}";
        (RefusalOf(time, SignatureOf(time, "{}"), "{}") is null).ShouldBe(isGood);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=00")]
    [InlineData("v0=zz")]
    [InlineData("v1={0}")]
    [InlineData("{0}")]
    [InlineData("v0={0}00")]
    [InlineData("v0= {0}")]
    [InlineData("V0={0}")]
    public void Other_forms_of_a_signature_are_wrong(string form)
    {
        string time = $"{Now}", hex = SignatureOf(time, "{}")[3..];
        RefusalOf(time, $"v0={hex}", "{}").ShouldBeNull();
        RefusalOf(time, form.Replace("{0}", hex, StringComparison.Ordinal), "{}").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public void Other_forms_of_a_time_are_refused(string time) => RefusalOf(time, SignatureOf(time, "{}"), "{}").ShouldNotBeNull();

    [Fact]
    public void A_header_that_comes_twice_or_not_at_all_is_refused()
    {
        string time = $"{Now}", right = SignatureOf(time, "{}");
        var check = Check();
        check.RefusalOf(time, new StringValues([right, right]), "{}"u8).ShouldNotBeNull();
        check.RefusalOf(new StringValues([time, time]), right, "{}"u8).ShouldNotBeNull();
        check.RefusalOf(default, right, "{}"u8).ShouldNotBeNull();
        check.RefusalOf(time, default, "{}"u8).ShouldNotBeNull();
    }

    [Fact]
    public void One_other_byte_makes_it_wrong()
    {
        string time = $"{Now}";
        Gen.Byte.Array[1, 200].Select(Gen.Int[0, 199], Gen.Int[1, 255]).Sample((body, at, change) =>
        {
            string signature = SignatureOf(time, body);
            Check().RefusalOf(time, signature, body).ShouldBeNull();
            body[at % body.Length] ^= (byte)change;
            Check().RefusalOf(time, signature, body).ShouldNotBeNull();
        }, iter: 300);
    }

    [Fact]
    public void Without_a_secret_nothing_is_right()
    {
        string time = $"{Now}", signature = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), Encoding.UTF8.GetBytes($"v0:{time}:{{}}")));
        new SlackSignature(new SlackOptions { SigningSecret = "" }, clock).RefusalOf(time, signature, "{}"u8).ShouldNotBeNull();
    }

    public static string SignatureOf(string time, string body) => SignatureOf(time, Encoding.UTF8.GetBytes(body));

    private static string SignatureOf(string time, byte[] body)
    {
        byte[] all = [.. Encoding.UTF8.GetBytes($"v0:{time}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), all));
    }

    private string? RefusalOf(string time, string signature, string body) => Check().RefusalOf(time, signature, Encoding.UTF8.GetBytes(body));

    private SlackSignature Check() => new(new SlackOptions { SigningSecret = Secret }, clock);
}
