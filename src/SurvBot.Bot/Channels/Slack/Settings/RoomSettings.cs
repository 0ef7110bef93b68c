using SurvBot.Bot.Channels.Slack.Rendering;

namespace SurvBot.Bot.Channels.Slack.Settings;

/// <summary>How a room wants to be answered.</summary>
/// <param name="Hears">What is answered there.</param>
/// <param name="OnlyForWhoAsks">Whether nobody else sees the answers.</param>
/// <param name="Publishers">Whose articles may answer, by proper names; empty for all.</param>
internal sealed record RoomSettings(Hearing Hears, bool OnlyForWhoAsks, IReadOnlyList<string> Publishers)
{
    private const int MostNamed = 3, MostName = 40;

    /// <summary>Where nobody has chosen anything.</summary>
    public static RoomSettings Usual { get; } = new(Hearing.Mentions, false, []);

    public bool IsUsual => this is { Hears: Hearing.Mentions, OnlyForWhoAsks: false, Publishers.Count: 0 };

    /// <summary>The same in a few words.</summary>
    /// <param name="isPersonal">For a room that one person has with the bot, where all is said to it and seen by them alone.</param>
    public string Describe(bool isPersonal) => string.Join(" · ", isPersonal ? [Searched] : [HearsInWords, OnlyForWhoAsks ? "only who asks sees the answer" : "all see the answer in the thread", Searched]);

    private string HearsInWords => Hears switch
    {
        Hearing.Questions => "I answer every question",
        Hearing.FollowUps => "I answer mentions, and follow-ups in my threads",
        _ => "I answer mentions",
    };

    private string Searched => Publishers.Count == 0 ? "all publishers"
        : $"only {string.Join(", ", Publishers.Take(MostNamed).Select(name => SlackWords.Literal(name, MostName)))}{(Publishers.Count > MostNamed ? $" and {Publishers.Count - MostNamed} more" : "")}";
}
