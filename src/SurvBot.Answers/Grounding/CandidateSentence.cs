using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>A sentence of a retrieved passage that may be quoted.</summary>
public sealed class CandidateSentence
{
    internal CandidateSentence(ArticleText article, int ordinal, RetrievedPassage passage) => (ArticleText, Ordinal, Passage) = (article, ordinal, passage);

    /// <summary>The passage through which it was found.</summary>
    public RetrievedPassage Passage { get; }

    /// <summary>The article it stands in.</summary>
    public Article Article => Passage.Article;

    /// <summary>Its place among its article's sentences.</summary>
    public int Ordinal { get; }

    /// <summary>Where it stands in the body.</summary>
    public TextSpan Span => ArticleText.Sentences[Ordinal].Span;

    /// <summary>Its words, exactly as the body has them.</summary>
    public string Text => Span.In(Article.Body);

    /// <summary>What the support model weighs.</summary>
    public float[] Features { get; internal set; } = [];

    /// <summary>How sure it is that the sentence answers the question, 0 to 1.</summary>
    public double Support { get; internal set; }

    /// <summary>The sentence with its neighbours in the body.</summary>
    internal string Surroundings => Article.Body[ArticleText.Sentences[Math.Max(0, Ordinal - 1)].Span.Start..ArticleText.Sentences[Math.Min(ArticleText.Sentences.Count - 1, Ordinal + 1)].Span.End];

    /// <summary>The article's title and the sentences before this one that it may lean on.</summary>
    internal string Before => $"{Article.Title}. {string.Join(' ', ArticleText.Sentences.Take(Ordinal).TakeLast(2).Select(sentence => sentence.Span.In(Article.Body)))}";

    /// <summary>How well the question's words are found in it, by meaning.</summary>
    internal WordMatch Match { get; set; }

    internal ArticleText ArticleText { get; }

    internal SentenceText Sentence => ArticleText.Sentences[Ordinal];
}
