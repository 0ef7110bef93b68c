using System.Collections.Frozen;

namespace SurvBot.Corpus.Text;

/// <summary>A fixed set of words that is asked about stretches of text without copying them; case matters.</summary>
internal sealed class WordSet
{
    /// <summary>UTF-16 units; nobody need read further back or ahead for a word.</summary>
    public const int MaxWordLength = 24;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    public WordSet(params string[] words) =>
        _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
