namespace SurvBot.Corpus.Articles;

/// <summary>How exactly a source dates something.</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
    Instant,
}
