using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Grounding;

/// <summary>Compares the words of a question with those of candidate sentences by meaning, each in its context (late interaction).</summary>
/// <remarks>A passage is read as a whole, under its title: so "it" and "the company" come near to what they mean.</remarks>
internal sealed class WordMatcher(ITokenEmbedder embedder)
{
    /// <summary>Fills in the candidates' <see cref="CandidateSentence.Match"/>.</summary>
    public async Task MatchAsync(string question, IReadOnlyList<CandidateSentence> candidates, CancellationToken cancellationToken)
    {
        string[] words = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var passages = candidates.GroupBy(candidate => candidate.Passage).ToList();
        var read = await embedder.EmbedTokensAsync([words, .. passages.Select(passage => Segments([.. passage]))], cancellationToken);
        for (int i = 0; i < passages.Count; i++)
            foreach (var (sentence, candidate) in passages[i].Index())
                candidate.Match = WordMatch.Of(words, read[0].FoundIn(read[i + 1], sentence + 1));
        foreach (var text in read)
            text.Dispose();
    }

    private static IReadOnlyList<string> Segments(IReadOnlyList<CandidateSentence> passage) => [passage[0].Article.Title, .. passage.Select(candidate => candidate.Text)];
}

/// <summary>How well the words of a question are found in a sentence, each 0 to 1; all 0 without a model.</summary>
/// <param name="All">Over all words: those that carry no topic ("how many", "who") come near to figures and names.</param>
/// <param name="Topic">Over the words that carry a topic.</param>
/// <param name="Weakest">The topic word that is found least.</param>
internal readonly record struct WordMatch(float All, float Topic, float Weakest)
{
    public static WordMatch Of(IReadOnlyList<string> words, IReadOnlyList<float> found)
    {
        var topic = words.Zip(found).Where(word => !StopWords.Contains(word.First.Trim('?', '.', ',', '"', '\'').ToLowerInvariant())).Select(word => word.Second).DefaultIfEmpty(found.DefaultIfEmpty().Average()).ToList();
        return new WordMatch(found.DefaultIfEmpty().Average(), topic.Average(), topic.Min());
    }
}

/// <summary>What the sentences in question have to compare with: the best and the middle of them.</summary>
internal readonly record struct WordMatchField(float Best, float Typical)
{
    public static WordMatchField Of(IReadOnlyList<CandidateSentence> candidates)
    {
        var all = candidates.Select(candidate => candidate.Match.All).Order().ToList();
        return all.Count == 0 ? default : new WordMatchField(all[^1], all[all.Count / 2]);
    }
}
