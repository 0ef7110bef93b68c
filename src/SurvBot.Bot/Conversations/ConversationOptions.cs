namespace SurvBot.Bot.Conversations;

/// <summary>How much of a conversation is kept and used. Section "Conversations".</summary>
public sealed class ConversationOptions
{
    /// <summary>Turns before a question that it may lean on.</summary>
    public int HistoryTurns { get; set; } = 6;

    /// <summary>Days after which a turn is forgotten, at night; 0 keeps it.</summary>
    public int RetentionDays { get; set; } = 90;

    /// <summary>Hour of the day (UTC) at which the old is forgotten.</summary>
    public int PurgeHour { get; set; } = 3;

    /// <summary>Characters of a question; a longer one is refused politely.</summary>
    public int MostCharacters { get; set; } = 4000;
}
