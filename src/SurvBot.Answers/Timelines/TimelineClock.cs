namespace SurvBot.Answers.Timelines;

/// <summary>Which date a timeline's entry stands at.</summary>
public enum TimelineClock
{
    /// <summary>When it happened, as the quoted words say.</summary>
    Event,

    /// <summary>When it was published: the words do not say when it happened.</summary>
    Published,
}
