namespace SurvBot.Bot.Conversations;

/// <summary>The life of a row in inbox and outbox.</summary>
internal enum InboxState
{
    Waiting = 0,
    Done = 1,
    Dead = 2,
}
