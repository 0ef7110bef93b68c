using System.Runtime.InteropServices;
using SurvBot.Corpus.Text;

namespace SurvBot.Corpus.Ingestion;

/// <summary>The words of a body that count when copies are sought: those of its prose, so that two articles never match by a site's boilerplate.</summary>
internal sealed class BodyWords
{
    /// <summary>Words in a lead.</summary>
    public const int LeadLength = 30;

    private readonly List<ulong> _words = [];

    public BodyWords(string body)
    {
        foreach (var sentence in SentenceSplitter.Split(body))
        {
            var text = body.AsSpan(sentence.Start, sentence.Length);
            if (ProseCheck.IsProse(text))
                Shingles.AddWords(text, _words);
        }
    }

    /// <summary>The shingles of all the prose.</summary>
    public Shingles Whole => Shingles.Of(CollectionsMarshal.AsSpan(_words));

    /// <summary>The shingles of the first words of prose.</summary>
    public Shingles Lead => Shingles.Of(CollectionsMarshal.AsSpan(_words)[..Math.Min(LeadLength, _words.Count)]);
}
