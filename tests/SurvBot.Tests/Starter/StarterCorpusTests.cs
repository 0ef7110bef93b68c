using System.Xml;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Starter;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Architecture;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Starter;

public sealed class StarterCorpusTests : IDisposable
{
    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder embedder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task It_is_loaded_into_an_empty_corpus_once()
    {
        (await LoadAsync()).ShouldBe(56);
        (await LoadAsync()).ShouldBe(0);
        (await corpus.Store.GetStatusAsync(Token)).Articles.ShouldBe(56);
    }

    [Fact]
    public async Task It_is_not_loaded_beside_articles_of_somebody()
    {
        await corpus.IngestAsync(embedder, Some.Draft());
        (await LoadAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_comes_while_it_is_being_loaded_waits_for_it()
    {
        var writing = corpus.Store.TryLockForWriting().ShouldNotBeNull();
        var second = LoadAsync();
        await Task.Delay(300, Token);
        second.IsCompleted.ShouldBeFalse();

        await corpus.IngestAsync(embedder, Some.Draft());
        writing.Dispose();
        (await second).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_loaded_after_an_ingest_that_found_nothing()
    {
        await corpus.IngestAsync(embedder);
        (await LoadAsync()).ShouldBe(56);
    }

    [Fact]
    public async Task Every_brief_says_whose_article_it_sums_up_in_three_to_eight_sentences()
    {
        await LoadAsync();
        await foreach (var brief in corpus.Store.ListArticlesAsync(Token))
            brief.ShouldSatisfyAllConditions(
                brief.Url,
                b => b.SourceKind.ShouldBe(SourceKind.Brief),
                b => SentenceSplitter.Split(b.Body).Count.ShouldBeInRange(3, 8),
                b => b.PublishedAt.ShouldNotBeNull(),
                b => b.PublishedAt!.Value.Start.Year.ShouldBeInRange(2010, 2026),
                b => b.Publisher.ShouldNotBeNullOrWhiteSpace(),
                b => b.Title.ShouldNotBeNullOrWhiteSpace(),
                b => b.Language.ShouldBe("en"),
                b => b.Url.ShouldStartWith("http"),
                b => (CanonicalUrl.TryNormalize(b.Url, out string canonical), canonical).ShouldBe((true, b.Url)));
    }

    [Fact]
    public void The_feeds_are_a_well_formed_list_of_web_addresses()
    {
        var feeds = new List<(string? Url, string? Text)>();
        using var reader = XmlReader.Create(new StringReader(Repository.Read("src/SurvBot.Corpus/Starter/feeds.opml")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        reader.MoveToContent();
        reader.LocalName.ShouldBe("opml");
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "outline" } && reader.GetAttribute("type") == "rss")
                feeds.Add((reader.GetAttribute("xmlUrl"), reader.GetAttribute("text")));

        feeds.Count.ShouldBeGreaterThanOrEqualTo(20);
        feeds.ShouldAllBe(feed => Uri.IsWellFormedUriString(feed.Url, UriKind.Absolute) && new Uri(feed.Url!).Scheme.StartsWith("http") && !string.IsNullOrWhiteSpace(feed.Text));
        feeds.Select(feed => feed.Url).ShouldBeUnique();
    }

    private Task<int> LoadAsync() => new StarterCorpus(corpus.Store, new IngestionPipeline(corpus.Store, EmbeddingModels.Of(embedder), corpus.Clock)).LoadIfEmptyAsync(Token);
}
