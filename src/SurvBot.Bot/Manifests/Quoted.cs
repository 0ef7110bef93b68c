namespace SurvBot.Bot.Manifests;

/// <summary>Text of a file as it is quoted in a line about it.</summary>
internal static class Quoted
{
    private const int MostCharacters = 60;

    /// <summary>In quotes, and not longer than a line bears.</summary>
    public static string Text(string text) => text.Length <= MostCharacters ? $"\"{text}\"" : $"\"{text[..MostCharacters].TrimEnd()}…\"";
}
