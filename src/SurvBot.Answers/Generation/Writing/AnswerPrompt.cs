using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Prompts;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>The prompt that has a model draft an answer: a file of this program, rendered by Semantic Kernel, which keeps what is put in from being read as messages of its own.</summary>
internal sealed class AnswerPrompt
{
    private static readonly string Template = PromptFile.Load("answer.md");

    /// <summary>Of the file, so that an answer tells which prompt it was written with.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Template)).AsSpan(0, 8));

    /// <summary>To be invoked with <see cref="Arguments"/>.</summary>
    public KernelFunction Function { get; } = KernelFunctionFactory.CreateFromPrompt(Template, functionName: "answer");

    public static KernelArguments Arguments(string question, DateTimeOffset asOf, IReadOnlyList<NumberedPassage> passages, string canary) => new()
    {
        ["question"] = PassageSheet.Plain(question),
        ["today"] = asOf.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["mark"] = PassageSheet.Mark.ToString(),
        ["canary"] = canary,
        [PassageSheet.Argument] = passages,
    };
}
