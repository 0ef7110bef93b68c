using System.Text;
using CsCheck;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Installations;

namespace SurvBot.Tests.Channels.Slack.Installations;

public sealed class InstallationSealTests
{
    private static readonly byte[] Token = Encoding.UTF8.GetBytes("xoxb-a-token-that-nobody-may-read");

    [Fact]
    public void What_is_sealed_is_read_again_at_its_own_place_with_the_same_secret_only()
    {
        byte[] closed = Seal("secret").Close(Token, "T1");
        Seal("secret").Open(closed, "T1").ShouldBe(Token);
        Seal("another").Open(closed, "T1").ShouldBeNull();
        Seal("secret").Open(closed, "T2").ShouldBeNull("a row that was moved to another workspace speaks for nobody");
        Encoding.Latin1.GetString(closed).ShouldNotContain("xoxb");
        Seal("secret").Close(Token, "T1").ShouldNotBe(closed, "the same twice does not look the same");
    }

    [Fact]
    public void Whatever_is_changed_in_it_it_opens_no_more() => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 7]).Sample((at, bit) =>
    {
        byte[] closed = Seal("secret").Close(Token, "T1");
        closed[at % closed.Length] ^= (byte)(1 << bit);
        Seal("secret").Open(closed, "T1").ShouldBeNull();
        Seal("secret").Open(closed[..at], "T1").ShouldBeNull();
    }, iter: 300);

    [Fact]
    public void A_key_of_its_own_outlives_the_client_secret()
    {
        var before = new InstallationSeal(new SlackOptions { ClientSecret = "old", StoreKey = "key" });
        var after = new InstallationSeal(new SlackOptions { ClientSecret = "new", StoreKey = "key" });
        after.Open(before.Close(Token, "T1"), "T1").ShouldBe(Token);
    }

    private static InstallationSeal Seal(string secret) => new(new SlackOptions { ClientSecret = secret });
}
