namespace SurvBot.Bot.Channels.Console;

/// <summary>What an ingest did.</summary>
/// <param name="Added">New articles.</param>
/// <param name="Updated">Articles with a new revision.</param>
/// <param name="Unchanged">Articles that were there already.</param>
/// <param name="Duplicates">Those of the added and updated ones that copy another article's text: kept, but one voice with it.</param>
/// <param name="Failed">Pieces of input that are not in the corpus.</param>
/// <param name="Embedded">Passages that were embedded.</param>
/// <param name="Failures">Why, for each of them.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="KeywordOnly">Whether there was no embedding model.</param>
public sealed record IngestReport(int Added, int Updated, int Unchanged, int Duplicates, int Failed, int Embedded, IReadOnlyList<IngestFailure> Failures, double Seconds, bool KeywordOnly);

/// <summary>One piece of input that is not in the corpus.</summary>
public sealed record IngestFailure(string Origin, string Reason);
