using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Prompts;
using SurvBot.Answers.Generation.Writing;

namespace SurvBot.Answers.Generation.Questions;

/// <summary>The prompt that has a model prepare a question for the search.</summary>
internal sealed class QuestionPrompt
{
    // What people lean on was said just before, and at the beginning of an answer.
    private const int MostTurns = 4, LongestTurn = 400, LongestQuestion = 1_000;

    private static readonly string Template = PromptFile.Load("question.md");

    /// <summary>To be invoked with <see cref="Arguments"/>.</summary>
    public KernelFunction Function { get; } = KernelFunctionFactory.CreateFromPrompt(Template, functionName: "question");

    public static KernelArguments Arguments(Question question, DateTimeOffset deadline) => new(new PromptExecutionSettings { ExtensionData = new ChatOptions().EndBy(deadline).AdditionalProperties!.ToDictionary(entry => entry.Key, entry => entry.Value!) })
    {
        ["history"] = question.History.Count == 0 ? "(none)" : string.Join('\n', question.History.TakeLast(MostTurns).SelectMany(Lines)),
        ["today"] = question.AsOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        ["question"] = Clipped(question.Text, LongestQuestion),
    };

    /// <summary>How many tokens it takes at most.</summary>
    public static long TokensOf(Question question) =>
        PromptTokens.AtMost(PromptTokens.Of(Template) + Arguments(question, default).Sum(argument => PromptTokens.Of(argument.Value?.ToString() ?? "")));

    private static IEnumerable<string> Lines(Turn turn)
    {
        yield return $"Question: {Clipped(turn.Question, LongestTurn)}";
        if (turn.Answer is { } answer)
            yield return $"Answer: {Clipped(answer, LongestTurn)}";
    }

    // Half a surrogate pair is no text, and the rendered prompt would not be read.
    private static string Clipped(string text, int length) =>
        PassageSheet.Plain(text) is var plain && plain.Length <= length ? plain : plain[..(char.IsHighSurrogate(plain[length - 1]) ? length - 1 : length)];
}
