using System.Runtime.CompilerServices;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>Fetches what feeds announced and takes it into the corpus. Killed at any moment it goes on where it was: what was taken is taken once.</summary>
/// <param name="feeds">What waits.</param>
/// <param name="corpus">What is there already; the caller holds its writer's lock.</param>
/// <param name="pipeline">Takes articles in.</param>
/// <param name="fetch">Asks servers politely.</param>
/// <param name="clock">Says when.</param>
public sealed class ArticleCollector(IFeedStore feeds, ICorpusStore corpus, IngestionPipeline pipeline, Func<FetchRequest, CancellationToken, Task<FetchOutcome>> fetch, TimeProvider clock)
{
    private const int ArticlesAtOnce = 16, MostAttempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(15);

    /// <summary>Yields a result for each article that waits, when it is safely written down.</summary>
    public async IAsyncEnumerable<IngestionResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await feeds.GetWaitingAsync(clock.GetUtcNow(), ArticlesAtOnce, cancellationToken) is { Count: > 0 } waiting)
        {
            var wanted = await WithoutKnownAsync(waiting, cancellationToken);
            var read = await Task.WhenAll(wanted.Select(article => ReadAsync(article, cancellationToken)));
            await foreach (var result in pipeline.RunAsync(read.OfType<ReadOutcome>().ToAsyncEnumerable(), cancellationToken))
            {
                await MarkAsync(result, cancellationToken);
                yield return result;
            }
        }
    }

    /// <summary>An article that came another way, or that was stored just before the program was killed, is not fetched again.</summary>
    private async Task<List<WaitingArticle>> WithoutKnownAsync(IReadOnlyList<WaitingArticle> waiting, CancellationToken cancellationToken)
    {
        var known = await corpus.GetContentAsync([.. waiting.Select(article => ArticleId.FromCanonicalUrl(article.Url))], cancellationToken);
        var wanted = new List<WaitingArticle>();
        foreach (var article in waiting)
        {
            if (!article.IsChange && known.TryGetValue(ArticleId.FromCanonicalUrl(article.Url), out var stored) && stored.SourceKind != SourceKind.Brief)
                await feeds.MarkTakenAsync(article.Url, cancellationToken);
            else
                wanted.Add(article);
        }
        return wanted;
    }

    /// <summary>Null where the article is tried again later.</summary>
    private async Task<ReadOutcome?> ReadAsync(WaitingArticle article, CancellationToken cancellationToken)
    {
        var outcome = await fetch(new FetchRequest(new Uri(article.Url), FetchPurpose.Article, null), cancellationToken);
        if (outcome is Fetched fetched)
            return Dated(ArticleExtractor.Extract(fetched.Body, article.Url, fetched.Address, fetched.Charset), article.Published);
        var failure = outcome as FetchFailure ?? new FetchFailure("the server answers that nothing changed, though nothing was asked");
        if (failure.IsGone || failure.IsRefused || article.Attempts + 1 >= MostAttempts)
            return new ReadFailure(article.Url, failure.Reason);
        var pause = FirstPause * Math.Pow(4, article.Attempts);
        await feeds.MarkFailedAsync(article.Url, failure.Reason, clock.GetUtcNow() + (failure.RetryAfter is { } asked && asked > pause ? asked : pause), cancellationToken);
        return null;
    }

    // A page without a date was published when its feed says.
    private static ReadOutcome Dated(ReadOutcome outcome, PartialDate? published) =>
        outcome is ArticleRead { Draft: { PublishedAt: null } draft } ? new ArticleRead(draft with { PublishedAt = published }) : outcome;

    private Task MarkAsync(IngestionResult result, CancellationToken cancellationToken) => result.Outcome == IngestionOutcome.Failed
        ? feeds.MarkFailedAsync(result.Origin, result.Reason ?? "it could not be taken in", null, cancellationToken)
        : feeds.MarkTakenAsync(result.Origin, cancellationToken);
}
