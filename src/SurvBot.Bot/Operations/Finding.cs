namespace SurvBot.Bot.Operations;

/// <summary>How well something works.</summary>
public enum FindingState
{
    Good,

    /// <summary>It works without, but less well, or soon no more.</summary>
    Lacking,

    /// <summary>No question can be answered there.</summary>
    Broken,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How well it works.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do about it; null when nothing is.</param>
public sealed record Finding(string Name, FindingState State, string Detail, string? Fix = null);
