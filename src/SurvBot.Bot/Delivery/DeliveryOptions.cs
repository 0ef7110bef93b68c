namespace SurvBot.Bot.Delivery;

/// <summary>How many are served at once, how long is waited, and when it is too much. Section "Delivery".</summary>
public sealed class DeliveryOptions
{
    /// <summary>Questions that are answered side by side.</summary>
    public int Answering { get; set; } = 4;

    /// <summary>Replies that are sent side by side.</summary>
    public int Sending { get; set; } = 4;

    /// <summary>How long a message is one worker's alone. Longer than any request to a platform may take, so that nobody takes over what is still under way.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Failures after which a message is put aside as a dead letter.</summary>
    public int AnswerFailures { get; set; } = 5;

    /// <summary>Failures after which a reply is put aside as a dead letter.</summary>
    public int SendFailures { get; set; } = 10;

    /// <summary>Pause after the first failure; it doubles with each.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Questions that may wait; one more is told that SurvBot is busy.</summary>
    public int Backlog { get; set; } = 1000;

    /// <summary>Questions a minute that one person may ask.</summary>
    public int UserPerMinute { get; set; } = 20;

    /// <summary>Questions a minute that one workspace may ask.</summary>
    public int WorkspacePerMinute { get; set; } = 300;

    /// <summary>How long a polite stop waits for what is under way before it gives its leases back.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(6);
}
