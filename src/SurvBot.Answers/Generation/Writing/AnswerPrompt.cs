using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Prompts;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>The prompts that have a model draft an answer and repair it: files of this program, rendered by Semantic Kernel, which keeps what is put in from being read as messages of its own.</summary>
internal sealed class AnswerPrompt
{
    private static readonly string Template = PromptFile.Load("answer.md"), RepairTemplate = $"{Template}\n{PromptFile.Load("repair.md")}";

    /// <summary>Of the files, so that an answer tells which prompts it was written with.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RepairTemplate)).AsSpan(0, 8));

    /// <summary>To be invoked with <see cref="Arguments"/>.</summary>
    public KernelFunction Draft { get; } = KernelFunctionFactory.CreateFromPrompt(Template, functionName: "answer");

    /// <summary>The same, and what became of the draft: to be invoked with <see cref="RepairArguments"/>.</summary>
    public KernelFunction Repair { get; } = KernelFunctionFactory.CreateFromPrompt(RepairTemplate, functionName: "repair");

    public static KernelArguments Arguments(WritingTask task, string canary) => new()
    {
        ["question"] = PassageSheet.Plain(task.Question),
        ["today"] = task.AsOf.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["mark"] = PassageSheet.Mark.ToString(),
        ["canary"] = canary,
        [PassageSheet.Argument] = task.Passages,
    };

    /// <summary>How many tokens to set aside for the request of a draft.</summary>
    public static long DraftTokens(WritingTask task) => PromptTokens.AtMost(PromptTokens.Of(Template) + TaskTokens(task));

    /// <summary>The same for its repair.</summary>
    public static long RepairTokens(WritingTask task, IEnumerable<DraftedSentence> drafted, IEnumerable<CheckedSentence> stopped) =>
        PromptTokens.AtMost(PromptTokens.Of(RepairTemplate) + TaskTokens(task) + PromptTokens.Of(Lines(drafted)) + PromptTokens.Of(Lines(stopped)));

    /// <param name="task">As for the draft.</param>
    /// <param name="canary">The same number again.</param>
    /// <param name="drafted">All that the model wrote.</param>
    /// <param name="stopped">What of it may not leave, and why.</param>
    public static KernelArguments RepairArguments(WritingTask task, string canary, IEnumerable<DraftedSentence> drafted, IEnumerable<CheckedSentence> stopped)
    {
        var arguments = Arguments(task, canary);
        arguments["draft"] = Lines(drafted);
        arguments["stopped"] = Lines(stopped);
        return arguments;
    }

    private static int TaskTokens(WritingTask task) => PromptTokens.Of(PassageSheet.Of(task.Passages)) + PromptTokens.Of(task.Question);

    private static string Lines(IEnumerable<DraftedSentence> drafted) => string.Join('\n', drafted.Select(Line));

    private static string Lines(IEnumerable<CheckedSentence> stopped) => string.Join('\n', stopped.Select(said => $"{Line(said.Sentence)} ({PassageSheet.Plain(said.Objection!.What)})"));

    private static string Line(DraftedSentence sentence) => $"{PassageSheet.Plain(sentence.Text)} {string.Concat(sentence.Citations.Select(n => $"[{n}]"))}";
}
