using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>The first half of an answer: understand, retrieve, ground. The support model is fitted on what exactly this finds.</summary>
public sealed class EvidenceSearch(Retriever retriever, EvidenceReader evidence, AnswerOptions options)
{
    // Passages asked for beyond the usual when articles are to be left out; an article seldom has more among the best.
    private const int Spare = 36;

    /// <summary>What an answer may rest on: looks up, then reads.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="corpusPublishers">Proper names of the publishers that the corpus holds.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<GroundingContext> FindAsync(Question question, IReadOnlyList<string> corpusPublishers, CancellationToken cancellationToken) =>
        await ReadAsync(await LookUpAsync(question, corpusPublishers, cancellationToken), cancellationToken);

    /// <summary>The same, as if the articles at these canonical URLs had not been found.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<GroundingContext> FindWithoutAsync(IReadOnlyCollection<string> urls, Question question, IReadOnlyList<string> corpusPublishers, CancellationToken cancellationToken)
    {
        var (read, retrieval) = await LookUpAsync(question, corpusPublishers, options.Passages + Spare, cancellationToken);
        var others = retrieval.Passages.Where(passage => !urls.Contains(passage.Article.Url)).Take(options.Passages);
        return await evidence.ReadAsync(read, retrieval with { Passages = [.. others] }, cancellationToken);
    }

    /// <summary>The first step: understands the question and finds the passages that may answer it.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public Task<FoundPassages> LookUpAsync(Question question, IReadOnlyList<string> corpusPublishers, CancellationToken cancellationToken) =>
        LookUpAsync(question, corpusPublishers, options.Passages, cancellationToken);

    /// <summary>The same for a question that a model read: each of its parts is searched for, too, and has its place among what is found.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<FoundPassages> LookUpAsync(MeantQuestion meant, IReadOnlyList<string> corpusPublishers, CancellationToken cancellationToken)
    {
        var found = await LookUpAsync(meant.Question, corpusPublishers, cancellationToken);
        var rankings = new List<IReadOnlyList<RetrievedPassage>> { found.Retrieval.Passages };
        foreach (string search in meant.Searches)
        {
            var part = meant.Question with { Text = search, History = [] };
            rankings.Add((await retriever.SearchAsync(ToQuery(part, QuestionReader.Read(part, corpusPublishers), options.Passages), cancellationToken)).Passages);
        }
        return meant.Searches.Count == 0 ? found : new FoundPassages(
            found.Question with { Parts = meant.Searches.Count > 1 ? meant.Searches : found.Question.Parts },
            found.Retrieval with { Passages = InTurn(rankings, options.Passages) });
    }

    /// <summary>How many passages <see cref="ReadAsync"/> reads at most.</summary>
    public int PassagesToRead(FoundPassages found) => evidence.PassagesToRead(found.Question, found.Retrieval);

    /// <summary>The second step: reads what was found with the question in mind.</summary>
    public Task<GroundingContext> ReadAsync(FoundPassages found, CancellationToken cancellationToken) => evidence.ReadAsync(found.Question, found.Retrieval, cancellationToken);

    /// <summary>Understands and searches; once more with the words that were meant where some were mistyped.</summary>
    private async Task<FoundPassages> LookUpAsync(Question question, IReadOnlyList<string> corpusPublishers, int passages, CancellationToken cancellationToken)
    {
        var read = QuestionReader.Read(question, corpusPublishers);
        var retrieval = await retriever.SearchAsync(ToQuery(question, read, passages), cancellationToken);
        string repaired = SpellingRepair.Repair(read.Text, retrieval);
        if (repaired == read.Text)
            return new FoundPassages(read, retrieval);
        read = QuestionReader.Read(question with { Text = repaired, History = [] }, corpusPublishers);
        return new FoundPassages(read, await retriever.SearchAsync(ToQuery(question, read, passages), cancellationToken));
    }

    /// <summary>The best of each ranking, then the second of each: a part that has weaker passages is heard all the same.</summary>
    private static IReadOnlyList<RetrievedPassage> InTurn(IEnumerable<IReadOnlyList<RetrievedPassage>> rankings, int most) =>
    [
        .. rankings.SelectMany(ranking => ranking.Index()).GroupBy(ranked => ranked.Item.Passage.Id).OrderBy(same => same.Min(ranked => ranked.Index)).Take(most)
            .Select(same => same.Select(ranked => ranked.Item).MaxBy(passage => passage.Scores.Fused)!),
    ];

    private static SearchQuery ToQuery(Question question, ReadQuestion read, int passages) => new()
    {
        Text = read.Text,
        AsOf = read.AsOf,
        Period = read.Period,
        Publishers = question.Publishers,
        NamedPublishers = read.Publishers,
        Take = passages,
    };
}

/// <summary>What was found for a question and is yet to be read.</summary>
/// <param name="Question">The question as it was understood.</param>
/// <param name="Retrieval">Passages, best first.</param>
public sealed record FoundPassages(ReadQuestion Question, RetrievalResult Retrieval);
