using System.Text.Json;
using SurvBot.Answers;

namespace SurvBot.Bot.Commands;

/// <summary>Prints results for programs: one line in a pipe, indented where a person looks on.</summary>
internal static class JsonOutput
{
    public static void WriteJson<T>(this CommandEnvironment environment, T value) =>
        environment.WriteLine(JsonSerializer.Serialize(value, environment.Output.Profile.Out.IsTerminal ? AnswerJson.Indented : AnswerJson.Compact));
}
