namespace SurvBot.Bot.Conversations;

/// <summary>Chats cannot be read or written; the message is one line for a person and names the fix.</summary>
public sealed class ChatStoreException(string message, Exception? inner = null) : Exception(message, inner);
