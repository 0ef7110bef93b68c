using Microsoft.ML.Tokenizers;

namespace SurvBot.Corpus.Embedding;

/// <summary>Turns a text's beginning into WordPiece ids, with [CLS] and [SEP] around them.</summary>
internal sealed class MiniLmTokenizer(string vocabularyPath)
{
    /// <summary>The model was trained on no longer texts.</summary>
    public const int MaxTokens = 256;

    // English averages four to five characters a token; no ordinary text fills 256 tokens later than this.
    private const int MaxVisibleCharacters = 12 * MaxTokens;

    private readonly BertTokenizer tokenizer = BertTokenizer.Create(
        vocabularyPath, new BertOptions { LowerCaseBeforeTokenization = true, RemoveNonSpacingMarks = true });

    public IReadOnlyList<int> Encode(string text) =>
        tokenizer.EncodeToIds(Beginning(text), MaxTokens, addSpecialTokens: true, out _, out _);

    /// <summary>The same for a text in segments, and which tokens each of them has; empty ranges for those that did not fit.</summary>
    /// <remarks>WordPiece never joins what white space parts, so segments cut at it get the tokens that the whole text would have.</remarks>
    public (IReadOnlyList<int> Ids, IReadOnlyList<Range> Segments) Encode(IReadOnlyList<string> segments)
    {
        var ids = new List<int> { tokenizer.ClassificationTokenId };
        var ranges = new List<Range>(segments.Count);
        foreach (string segment in segments)
        {
            int room = MaxTokens - 1 - ids.Count;
            var own = room > 0 ? tokenizer.EncodeToIds(Beginning(segment), addSpecialTokens: false).Take(room) : [];
            int start = ids.Count;
            ids.AddRange(own);
            ranges.Add(start..ids.Count);
        }
        ids.Add(tokenizer.SeparatorTokenId);
        return (ids, ranges);
    }

    // Tokenising a whole book to keep its first 256 tokens would cost more than the network.
    private static ReadOnlySpan<char> Beginning(string text)
    {
        if (text.Length <= MaxVisibleCharacters)
            return text;
        var end = 0;
        for (var visible = 0; end < text.Length && visible < MaxVisibleCharacters; end++)
        {
            if (!char.IsWhiteSpace(text[end]))
                visible++;
        }
        return text.AsSpan(0, end);
    }
}
