using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Prompts;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Generation.Writing;

namespace SurvBot.Answers.Generation.Translation;

/// <summary>The prompt that has a model translate sentences, and how its reply is read.</summary>
internal sealed partial class TranslationPrompt
{
    private static readonly string Template = PromptFile.Load("translate.md");

    /// <summary>To be invoked with <see cref="Arguments"/>.</summary>
    public KernelFunction Function { get; } = KernelFunctionFactory.CreateFromPrompt(Template, functionName: "translate");

    public static KernelArguments Arguments(IReadOnlyList<DraftSentence> sentences, TranslationRules rules, DateTimeOffset deadline) =>
        new(new PromptExecutionSettings { ExtensionData = new ChatOptions().EndBy(deadline).AdditionalProperties!.ToDictionary(entry => entry.Key, entry => entry.Value!) })
        {
            ["language"] = rules.Name,
            ["sentences"] = string.Join('\n', sentences.Select((sentence, i) => $"{i + 1}. {PassageSheet.Plain(sentence.Text)}")),
        };

    /// <summary>How many tokens it takes at most: other languages need more of them than English.</summary>
    public static TokenUsage MostOf(IReadOnlyList<DraftSentence> sentences)
    {
        int characters = sentences.Sum(sentence => sentence.Text.Length);
        return new TokenUsage((Template.Length + characters) / 2 + 100, characters + 100);
    }

    /// <summary>Each line by its number, the first where there are several.</summary>
    public static IReadOnlyDictionary<int, string> Read(string reply) =>
        Line().Matches(reply).DistinctBy(line => line.Groups["n"].Value).ToDictionary(line => int.Parse(line.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), line => line.Groups["text"].Value.Trim());

    [GeneratedRegex(@"^[ \t]*\[?(?<n>[1-9][0-9]?)[.):\]][ \t]*(?<text>\S[^\r\n]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Line();
}
