namespace SurvBot.Bot.Channels.Slack.Settings;

/// <summary>What in a room is meant for the bot.</summary>
internal enum Hearing
{
    /// <summary>What mentions it.</summary>
    Mentions,

    /// <summary>Also questions in threads in which it has answered.</summary>
    FollowUps,

    /// <summary>Also questions that begin a thread.</summary>
    Questions,
}
