using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Has a model draft an answer over numbered passages, sentence by sentence. Nothing it writes is checked here.</summary>
public sealed class ModelWriter
{
    private readonly AnswerPrompt prompt = new();
    private readonly Kernel kernel;

    /// <param name="kernel">Has the model, and no functions that it could call.</param>
    public ModelWriter(Kernel kernel)
    {
        this.kernel = kernel;
        kernel.PromptRenderFilters.Add(new PassageSheet());
        Name = kernel.GetRequiredService<IChatClient>().GetService<ChatClientMetadata>()?.DefaultModelId;
    }

    /// <summary>Which model it is, where that is known.</summary>
    public string? Name { get; }

    /// <summary>A number for one prompt that no answer may have in it.</summary>
    public static string NewCanary() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Sentences as they come. Where the model fails, those that were complete have come.</summary>
    /// <param name="task">What to answer.</param>
    /// <param name="deadline">When it is given up.</param>
    /// <param name="report">Is told what was used.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ModelUnavailableException">The model fails.</exception>
    public IAsyncEnumerable<DraftedSentence> DraftAsync(WritingTask task, DateTimeOffset deadline, WritingReport report, CancellationToken cancellationToken) =>
        AskAsync(prompt.Draft, AnswerPrompt.Arguments(task, report.Canary), deadline, report, cancellationToken);

    /// <summary>The same for sentences that were stopped, each written once more.</summary>
    /// <exception cref="ModelUnavailableException">The model fails.</exception>
    public IAsyncEnumerable<DraftedSentence> RepairAsync(WritingTask task, IReadOnlyList<DraftedSentence> drafted, DateTimeOffset deadline, WritingReport report, CancellationToken cancellationToken) =>
        AskAsync(prompt.Repair, AnswerPrompt.RepairArguments(task, report.Canary, drafted, report.Stopped), deadline, report, cancellationToken);

    private async IAsyncEnumerable<DraftedSentence> AskAsync(KernelFunction function, KernelArguments arguments, DateTimeOffset deadline, WritingReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Semantic Kernel hands on to the client what it does not know itself.
        arguments.ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = new() { ExtensionData = ModelDeadline.At(deadline) } };
        var reader = new DraftReader();
        await foreach (var update in kernel.InvokeStreamingAsync<ChatResponseUpdate>(function, arguments, cancellationToken))
        {
            foreach (var usage in update.Contents.OfType<UsageContent>())
                report.Used += new TokenUsage(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            foreach (var sentence in reader.Read(update.Text))
                yield return sentence;
        }
        foreach (var sentence in reader.Complete())
            yield return sentence;
    }
}
