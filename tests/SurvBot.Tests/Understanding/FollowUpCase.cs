using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Understanding;

/// <summary>One thread of TestData/follow-ups.jsonl: what was asked in it, and what the last question must become.</summary>
public sealed record FollowUpCase(string Kind, IReadOnlyList<Turn> History, string Question, string? Is, IReadOnlyList<string> Contains, IReadOnlyList<string> Lacks, bool Clarify)
{
    public static readonly IReadOnlyList<FollowUpCase> All =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "SurvBot.Tests", "TestData", "follow-ups.jsonl")).Select(line => Read(JsonElement.Parse(line)))];

    private static FollowUpCase Read(JsonElement line) => new(
        line.GetProperty("kind").GetString()!,
        [.. line.GetProperty("history").EnumerateArray().Select(turn => new Turn(Text(turn, "question")!, Text(turn, "answer")))],
        Text(line, "question")!, Text(line, "is"), Texts(line, "contains"), Texts(line, "lacks"), line.TryGetProperty("clarify", out _));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
}
