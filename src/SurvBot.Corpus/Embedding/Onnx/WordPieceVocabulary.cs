using System.Text.Json;

namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Turns a Hugging Face tokenizer.json into the vocab.txt a WordPiece tokenizer reads: a token a line, in id order.</summary>
internal static class WordPieceVocabulary
{
    /// <exception cref="InvalidDataException">The JSON has no vocabulary with ids 0 to n-1.</exception>
    public static string FromTokenizerJson(ReadOnlyMemory<byte> json)
    {
        var tokens = Entries(json).OrderBy(entry => entry.Id).ToList();
        if (tokens.Count == 0 || tokens.Where((entry, position) => entry.Id != position).Any())
            throw new InvalidDataException("The vocabulary's ids have gaps.");
        return string.Concat(tokens.Select(entry => entry.Token + "\n"));
    }

    private static List<(string Token, int Id)> Entries(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var vocabulary = document.RootElement.GetProperty("model").GetProperty("vocab");
            return vocabulary.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetInt32())).ToList();
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("The tokenizer file has no WordPiece vocabulary.", malformed);
        }
    }
}
