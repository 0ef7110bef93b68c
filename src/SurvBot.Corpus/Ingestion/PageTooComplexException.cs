namespace SurvBot.Corpus.Ingestion;

/// <summary>Ends the reading of a page that no newsroom would write; the message is the failure's reason.</summary>
internal sealed class PageTooComplexException(string message) : Exception(message);
