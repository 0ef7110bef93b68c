using CsCheck;
using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Articles;

public sealed class CanonicalUrlTests
{
    private static readonly Gen<string> Address =
        from scheme in OneOf("http", "HTTPS", "https")
        from host in OneOf("www.news.example", "News.Example:443", "bücher.example", "[::1]:8080", "10.0.0.1")
        from path in Gen.OneOf(Gen.Const("/"), Gen.Char["aZ09-_.~/%äé €+"].Array[0, 20].Select(c => "/" + new string(c)))
        from query in Gen.OneOf(Gen.Const(""), OneOf("a=1", "utm_source=x", "b=ä", "fbclid=1", "c").Array[1, 4].Select(q => "?" + string.Join('&', q)))
        from fragment in OneOf("", "#top")
        select $"{scheme}://{host}{path}{query}{fragment}";

    [Fact]
    public void Normalizing_a_second_time_changes_nothing() => Address.Sample(address =>
    {
        if (CanonicalUrl.TryNormalize(address, out string once))
        {
            CanonicalUrl.TryNormalize(once, out string twice).ShouldBeTrue(once);
            twice.ShouldBe(once);
        }
    });

    [Theory]
    [InlineData("https://News.Example/a?utm_source=x&id=7&fbclid=1#part", "https://news.example/a?id=7")]
    [InlineData("http://news.example:80/a", "http://news.example/a")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData(" https://news.example ", "https://news.example/")]
    [InlineData("file:///news/page.html#part", "file:///news/page.html")]
    public void Addresses_of_one_page_get_one_spelling(string address, string expected)
    {
        CanonicalUrl.TryNormalize(address, out string canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/news/1")]
    [InlineData("news.example/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@news.example/")]
    public void Anything_but_a_plain_absolute_address_is_refused(string? address) => CanonicalUrl.TryNormalize(address, out _).ShouldBeFalse();

    [Fact]
    public void An_address_that_grows_too_long_by_escaping_is_refused() =>
        CanonicalUrl.TryNormalize("https://news.example/" + new string('ä', 1500), out _).ShouldBeFalse();

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
