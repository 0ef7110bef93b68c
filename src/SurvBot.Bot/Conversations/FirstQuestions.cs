using SurvBot.Answers;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Conversations;

/// <summary>Questions for somebody who does not know what to ask: about what the newest articles speak of most, and each of them is answered.</summary>
public sealed class FirstQuestions(ICorpusStore store, Retriever retriever, AnswerService answers, TimeProvider clock) : IDisposable
{
    private const int Questions = 4, ArticlesRead = 200, NamesTried = 12, LeadCharacters = 400;

    private readonly SemaphoreSlim one = new(1);
    private (DateTimeOffset? IngestedAt, IReadOnlyList<string> Questions)? known;

    /// <summary>Up to four; fewer when the corpus answers fewer. Found once for each state of the corpus.</summary>
    /// <exception cref="CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<IReadOnlyList<string>> GetAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var overview = await retriever.GetOverviewAsync(cancellationToken);
            if (known is not { } found || found.IngestedAt != overview.LastIngestAt)
                known = found = (overview.LastIngestAt, await FindAsync(overview.Publishers, cancellationToken));
            return found.Questions;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> publishers, CancellationToken cancellationToken)
    {
        var leads = await store.ListArticlesAsync(cancellationToken).Take(ArticlesRead).Select(article => article.Body[..Math.Min(article.Body.Length, LeadCharacters)]).ToListAsync(cancellationToken);
        var names = leads.SelectMany(lead => NameMentions.In(lead).Where(name => name.Length is > 3 and < 30 && !publishers.Contains(name, StringComparer.OrdinalIgnoreCase)))
            .GroupBy(name => name).OrderByDescending(articles => articles.Count()).ThenBy(articles => articles.Key, StringComparer.Ordinal).Select(articles => articles.Key);
        var questions = new List<string>();
        foreach (string name in names.Take(NamesTried))
        {
            string question = $"What do the articles say about {name}?";
            if (questions.Count < Questions && (await answers.AskAsync(new Question(question, clock.GetUtcNow()), cancellationToken)).Status == AnswerStatus.Answered)
                questions.Add(question);
        }
        return questions;
    }
}
