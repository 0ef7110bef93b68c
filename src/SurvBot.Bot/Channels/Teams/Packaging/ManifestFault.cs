namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Something in a package that Teams would refuse: where it is, and what to write instead.</summary>
internal sealed record ManifestFault(string Field, string Fix)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Field}: {Fix}";
}
