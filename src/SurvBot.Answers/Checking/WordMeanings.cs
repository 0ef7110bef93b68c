using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Checking;

/// <summary>How near the words of a drafted sentence come, by meaning, to those of the sentences it may rest on.</summary>
internal sealed class WordMeanings
{
    // Cosines of tokens in context: unrelated words reach the first, synonyms the second.
    private const double Unrelated = 0.45, Same = 0.75;

    private readonly Dictionary<(int Start, SourceSentence Sentence), double> found = [];

    /// <summary>Knows no meanings: words are compared by their stems alone.</summary>
    public static WordMeanings None { get; } = new();

    /// <summary>0 to 1.</summary>
    public double Of(SentenceWord word, SourceSentence sentence) => word.IsNumber || word.IsCapitalized ? 0 : found.GetValueOrDefault((word.Start, sentence));

    /// <summary>Reads each passage as a whole, so that "it" and "the company" come near to what they mean.</summary>
    public static async Task<WordMeanings> ReadAsync(ITokenEmbedder embedder, SentenceParts draft, IReadOnlyList<NumberedPassage> passages, CancellationToken cancellationToken)
    {
        var meanings = new WordMeanings();
        string[] words = [.. draft.Words.Select(word => draft.Text[word.Start..word.End])];
        // A passage is read once for all sentences of a draft.
        var unread = passages.Where(passage => passage.Tokens is null).ToList();
        var read = await embedder.EmbedTokensAsync([words, .. unread.Select(Segments)], cancellationToken);
        foreach (var (passage, tokens) in unread.Zip(read.Skip(1)))
            passage.Tokens = tokens;
        using var drafted = read[0];
        foreach (var sentence in passages.SelectMany(passage => passage.Sentences))
            foreach (var (word, cosine) in draft.Words.Zip(drafted.FoundIn(sentence.Passage.Tokens!, sentence.Ordinal + 1)))
                meanings.found[(word.Start, sentence)] = Math.Clamp((cosine - Unrelated) / (Same - Unrelated), 0, 1);
        return meanings;
    }

    private static IReadOnlyList<string> Segments(NumberedPassage passage) => [passage.Article.Title, .. passage.Sentences.Select(sentence => sentence.Text)];
}
