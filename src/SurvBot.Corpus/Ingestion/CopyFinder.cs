using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Finds the independence group of a text: that of the earliest article it is a copy of, or its own.</summary>
/// <param name="store">Where earlier articles are.</param>
internal sealed class CopyFinder(ICorpusStore store)
{
    private readonly List<(ArticleId Id, ArticleId Group, IReadOnlyList<long> Keys, string Body)> batch = [];

    /// <summary>Forgets the articles of the batch that has been stored.</summary>
    public void BeginBatch() => batch.Clear();

    /// <summary>The group, and the keys under which later copies will find this text.</summary>
    public async Task<(ArticleId Group, IReadOnlyList<long> Keys)> FindAsync(ArticleId id, string body, CancellationToken cancellationToken)
    {
        var keys = DuplicateDetector.CandidateKeys(body);
        var stored = await store.FindCopyCandidatesAsync(keys, cancellationToken);
        var candidates = stored.Select(candidate => (candidate.Id, Group: candidate.IndependenceGroup, candidate.Body))
            .Concat(batch.Where(other => other.Keys.Intersect(keys).Any()).Select(other => (other.Id, other.Group, other.Body)));
        var group = candidates.Where(candidate => candidate.Id != id && DuplicateDetector.AreCopies(candidate.Body, body))
            .Select(candidate => (ArticleId?)candidate.Group).FirstOrDefault() ?? id;
        batch.Add((id, group, keys, body));
        return (group, keys);
    }
}
