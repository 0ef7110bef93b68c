namespace SurvBot.Answers.Timelines;

/// <summary>An event as a timeline is to tell it, before its citations are numbered.</summary>
/// <param name="Event">What happened and who says so.</param>
/// <param name="Change">What it is against what was known; null where nobody asked.</param>
/// <param name="Before">What was said before it, where it is an update.</param>
internal sealed record ToldEntry(MergedEvent Event, TimelineChange? Change = null, ToldEvent? Before = null);
