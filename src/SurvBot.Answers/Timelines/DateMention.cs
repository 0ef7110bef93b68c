using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Words of a sentence that give a date.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where they end.</param>
/// <param name="Date">What they mean; null where that cannot be told.</param>
/// <param name="IsBound">Whether they bound a stretch of time ("since 2016", "by May") rather than date what happened.</param>
internal sealed record DateMention(int Start, int End, PartialDate? Date, bool IsBound);
