using System.Reflection;

namespace SurvBot.Answers.Generation.Prompts;

/// <summary>The prompts: files of this program.</summary>
internal static class PromptFile
{
    public static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SurvBot.Answers.Generation.Prompts.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
