namespace SurvBot.Corpus.Index;

/// <summary>A term to look for and how much it counts (1 is a word of the question itself).</summary>
public readonly record struct WeightedTerm(string Term, float Weight);
