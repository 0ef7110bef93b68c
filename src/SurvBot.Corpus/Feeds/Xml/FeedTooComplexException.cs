namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>A feed that would cost more than any feed is worth; the message is a reason without a full stop.</summary>
internal sealed class FeedTooComplexException(string message) : Exception(message);
