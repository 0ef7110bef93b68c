namespace SurvBot.Bot.Manifests;

/// <summary>Something in a manifest that the chat platform would refuse: where it is, and what to write instead.</summary>
internal sealed record ManifestFault(string Field, string Fix)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Field}: {Fix}";
}
