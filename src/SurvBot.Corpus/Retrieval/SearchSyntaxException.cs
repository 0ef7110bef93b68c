namespace SurvBot.Corpus.Retrieval;

/// <summary>A search that cannot be understood; the message is one line for the person who typed it and names the fix.</summary>
public sealed class SearchSyntaxException(string message) : Exception(message);
