using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Articles;

public sealed class PublisherNamesTests
{
    [Theory]
    [InlineData("cnn.com", "https://www.cnn.com/a", "CNN")]
    [InlineData("CNN Business", "https://edition.cnn.com/a", "CNN")]
    [InlineData("usatoday.com", "https://www.usatoday.com/a", "USA TODAY")]
    [InlineData("college.usatoday.com", "https://college.usatoday.com/a", "USA TODAY")]
    [InlineData("theweek.co.uk", "https://theweek.co.uk/a", "The Week")]
    [InlineData("New York Times", "https://other.example/a", "The New York Times")]
    [InlineData("FOX News - Health", "https://www.foxnews.com/a", "FOX News")]
    [InlineData("Wired", "https://www.wired.com/a", "WIRED")]
    public void Spellings_of_one_publisher_get_its_proper_name(string publisher, string url, string expected) =>
        PublisherNames.Resolve(publisher, url).Name.ShouldBe(expected);

    [Theory]
    [InlineData("https://www.technologyreview.com/a", "MIT Technology Review")]
    [InlineData("https://edition.cnn.com/a", "CNN")]
    [InlineData("https://www.smallpaper.info/a", "smallpaper.info")]
    [InlineData("https://multihop.example/a", null)]
    [InlineData("http://localhost:8080/a", null)]
    [InlineData("file:///news/page.html", null)]
    public void A_site_stands_in_for_a_publisher_that_is_not_given(string url, string? expected) =>
        PublisherNames.Resolve(null, url).Name.ShouldBe(expected);

    [Theory]
    [InlineData("Taipei Times (Bloomberg)", "Bloomberg", SourceKind.Wire)]
    [InlineData("Reuters via The Harbour Post", null, null)]
    [InlineData("The Harbour Post via Reuters", "Reuters", SourceKind.Wire)]
    [InlineData("The Harbour Post (Xinhua)", "Xinhua", SourceKind.StateMedia)]
    [InlineData("The Harbour Post (Evening Edition)", null, null)]
    public void A_copy_of_an_agencys_text_keeps_its_name_and_names_the_agency(string publisher, string? agency, SourceKind? kind) =>
        PublisherNames.Resolve(publisher, "https://harbourpost.example/a").ShouldBe(new ResolvedPublisher(publisher, kind, agency));

    [Theory]
    [InlineData("https://www.ftc.gov/news", SourceKind.Official)]
    [InlineData("https://www.police.gov.uk/news", SourceKind.Official)]
    [InlineData("https://ca9.uscourts.gov/opinions", SourceKind.Court)]
    [InlineData("https://www.eff.org/deeplinks", SourceKind.Ngo)]
    [InlineData("https://www.globaltimes.cn/page", SourceKind.StateMedia)]
    [InlineData("https://www.prnewswire.com/a", SourceKind.Vendor)]
    [InlineData("https://www.businesswire.com/a", SourceKind.Vendor)]
    [InlineData("https://apnews.com/article/a", SourceKind.Wire)]
    [InlineData("https://law.some.edu/a", SourceKind.Academic)]
    [InlineData("https://www.cnn.com/a", SourceKind.Independent)]
    [InlineData("https://smallpaper.info/a", null)]
    public void A_site_tells_who_is_speaking(string url, SourceKind? expected) => PublisherNames.Resolve(null, url).Kind.ShouldBe(expected);

    [Fact]
    public void A_company_that_writes_through_a_press_release_service_is_a_vendor() =>
        PublisherNames.Resolve("Facewatcher Inc.", "https://www.prnewswire.com/a").ShouldBe(new ResolvedPublisher("Facewatcher Inc.", SourceKind.Vendor));

    [Theory]
    [InlineData("the NYT", "The New York Times")]
    [InlineData("usatoday.com", "USA TODAY")]
    [InlineData("Associated Press", "The Associated Press")]
    [InlineData("somebody", null)]
    public void A_mention_finds_its_publisher(string mention, string? expected) => PublisherNames.Named(mention).ShouldBe(expected);

    [Fact]
    public void Every_alias_leads_back_to_its_name()
    {
        foreach (string name in PublisherNames.All)
        {
            foreach (string alias in PublisherNames.AliasesOf(name))
                PublisherNames.Named(alias).ShouldBe(name, alias);
        }
    }
}
