using System.Net;
using SurvBot.Corpus.Fetching;

namespace SurvBot.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:a9fe:a9fe")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("2606:4700::1111%2")]
    [InlineData("ff02::1")]
    public void Networks_that_are_not_public_are_out_of_reach(string address) => new AddressGuard([]).Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void The_public_internet_is_in_reach(string address) => new AddressGuard([]).Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void What_an_administrator_allows_is_in_reach_and_nothing_beside_it()
    {
        var guard = new AddressGuard([IPNetwork.Parse("10.2.0.0/16"), IPNetwork.Parse("fd00:1::/32")]);
        guard.Allows(IPAddress.Parse("10.2.255.1")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("::ffff:10.2.0.1")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("fd00:1::7")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("10.3.0.1")).ShouldBeFalse();
        guard.Allows(IPAddress.Parse("fd00:2::7")).ShouldBeFalse();
    }

    // Each of these means 127.0.0.1 to some part of a system.
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://017700000001:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://[0:0:0:0:0:ffff:7f00:0001]:{0}/")]
    [InlineData("http://[::127.0.0.1]:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://LOCALHOST:{0}/")]
    [InlineData("http://localhost.:{0}/")]
    [InlineData("http://①②⑦.⓪.⓪.①:{0}/")]
    [InlineData("http://127。0。0。1:{0}/")]
    [InlineData("http://0:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://127.0.0.1.:{0}/")]
    public async Task No_spelling_of_an_address_reaches_this_machine(string spelling)
    {
        using var canary = new RawServer(RawServer.Response("secret"), "127.0.0.1");
        using var fetcher = FetchRig.Open(options => options.Deadline = TimeSpan.FromSeconds(5));
        using var way = new RawServer(RawServer.Redirect(string.Format(System.Globalization.CultureInfo.InvariantCulture, spelling, canary.Port)));
        var direct = await fetcher.FeedAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, spelling, canary.Port));
        direct.ShouldBeOfType<FetchFailure>();
        (await fetcher.ArticleAsync(way.Root)).ShouldBeOfType<FetchFailure>();
        canary.Connections.ShouldBe(0);
    }
}
