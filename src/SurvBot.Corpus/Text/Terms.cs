namespace SurvBot.Corpus.Text;

/// <summary>What keyword search compares: stemmed words without stop words.</summary>
public static class Terms
{
    /// <summary>Turns the tokenizer's current word into a term in place; empty for a stop word.</summary>
    public static ReadOnlySpan<char> Of(Span<char> word)
    {
        if (StopWords.Contains(word))
            return default;
        foreach (char c in word)
            if (!char.IsAsciiLetterLower(c))
                return word;
        return word[..PorterStemmer.Stem(word)];
    }

    /// <summary>The terms of <paramref name="text"/> in order, each with the word it was made of.</summary>
    public static List<(string Term, string Word)> WithWords(ReadOnlySpan<char> text)
    {
        var terms = new List<(string, string)>();
        var words = new Tokenizer(text);
        while (words.MoveNext())
        {
            // Stemming works in place, so the word is kept first.
            string word = words.Word.ToString();
            if (Of(words.Word) is { Length: > 0 } term)
                terms.Add((term.ToString(), word));
        }
        return terms;
    }

    /// <summary>The terms of <paramref name="text"/> in order, repeated as often as they occur.</summary>
    public static List<string> In(ReadOnlySpan<char> text)
    {
        var terms = new List<string>();
        var words = new Tokenizer(text);
        while (words.MoveNext())
            if (Of(words.Word) is { Length: > 0 } term)
                terms.Add(term.ToString());
        return terms;
    }
}
