using System.Runtime.CompilerServices;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Evaluation;

/// <summary>Asks the questions of a measurement and checks what comes back against the store.</summary>
/// <param name="search">Ranks articles.</param>
/// <param name="index">Knows whose articles there are.</param>
/// <param name="store">Where the quotes must stand.</param>
/// <param name="ask">Answers a question; null to measure retrieval only.</param>
/// <param name="clock">Says what "now" is for questions without a date, and how long they take.</param>
public sealed class Evaluator(ArticleSearch search, PassageIndex index, ICorpusStore store, Func<Question, CancellationToken, Task<Answer>>? ask, TimeProvider clock)
{
    /// <summary>Results in the questions' order, <paramref name="parallel"/> questions at a time.</summary>
    public async IAsyncEnumerable<EvaluatedQuestion> RunAsync(IReadOnlyList<QuestionLine> questions, int parallel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in questions.Chunk(parallel))
            foreach (var evaluated in await Task.WhenAll(group.Select(question => Task.Run(() => EvaluateAsync(question, cancellationToken), cancellationToken))))
                yield return evaluated;
    }

    private async Task<EvaluatedQuestion> EvaluateAsync(QuestionLine line, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        long started = clock.GetTimestamp();
        var found = await search.SearchAsync(line.ToQuery(now, index.Publishers), RetrievalMetrics.Depth, cancellationToken);
        var searched = clock.GetElapsedTime(started);
        IReadOnlyList<string> urls = [.. found.Passages.Select(passage => passage.Article.Url)];
        if (ask is null)
            return new EvaluatedQuestion(line, urls, null, searched.TotalMilliseconds);

        started = clock.GetTimestamp();
        var answer = await ask(line.ToQuestion(now), cancellationToken);
        var answered = clock.GetElapsedTime(started);
        return new EvaluatedQuestion(line, urls, new CheckedAnswer(answer, CitationCheck.Of(answer, await BodiesAsync(answer, cancellationToken))), answered.TotalMilliseconds);
    }

    private async Task<IReadOnlyDictionary<ArticleId, string>> BodiesAsync(Answer answer, CancellationToken cancellationToken) =>
        (await store.GetArticlesAsync([.. answer.Citations.Select(citation => citation.ArticleId).Distinct()], cancellationToken)).ToDictionary(article => article.Id, article => article.Body);
}
