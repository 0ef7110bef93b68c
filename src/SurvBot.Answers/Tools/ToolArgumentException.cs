namespace SurvBot.Answers.Tools;

/// <summary>A tool was called with something it cannot work with; the message is one line for whoever called and names the fix.</summary>
public sealed class ToolArgumentException(string message) : Exception(OneLine(message))
{
    private const int MostCharacters = 400;

    // It may repeat what the caller sent.
    private static string OneLine(string message)
    {
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostCharacters ? line : $"{line[..MostCharacters]}…";
    }
}
