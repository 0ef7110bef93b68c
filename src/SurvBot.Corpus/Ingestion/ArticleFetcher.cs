using System.Runtime.CompilerServices;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Ingestion.Pdf;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads articles from the web: fetches each address and finds the article in what came.</summary>
public sealed class ArticleFetcher(Fetcher fetcher)
{
    /// <summary>One outcome for each address, in order; an address that fails does not end the run.</summary>
    public async IAsyncEnumerable<ReadOutcome> ReadAsync(IEnumerable<Uri> addresses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
            yield return await ReadAsync(address, cancellationToken);
    }

    /// <summary>The article at the address, or why there is none.</summary>
    public async Task<ReadOutcome> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        string origin = address.AbsoluteUri;
        return await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), cancellationToken) switch
        {
            Fetched page => Read(page, origin),
            FetchFailure failure => new ReadFailure(origin, failure.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} without anything known"),
        };
    }

    private static ReadOutcome Read(Fetched page, string origin) =>
        PdfArticleReader.IsPdf(page.Body) ? PdfArticleReader.Read(page.Body, origin, page.Address)
        : page.MediaType is null or "text/html" or "application/xhtml+xml" or "text/plain" or "application/xml" or "text/xml" ? ArticleExtractor.Extract(page.Body, origin, page.Address, page.Charset)
        : new ReadFailure(origin, $"it is no article but {Words.Quote(page.MediaType)}");
}
