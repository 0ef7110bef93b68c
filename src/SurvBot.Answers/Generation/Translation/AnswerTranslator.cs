using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;

namespace SurvBot.Answers.Generation.Translation;

/// <summary>Has a model translate what it wrote, once that is checked: a sentence whose translation loses or adds a name, a figure, a "not" or who says so stays as it was checked. Quotes are never translated.</summary>
public sealed partial class AnswerTranslator(Kernel kernel, IUsageLedger ledger, TimeProvider clock, ILogger<AnswerTranslator> log)
{
    /// <summary>How long a complete answer waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private const int MostReply = 16_000;

    private readonly TranslationPrompt prompt = new();

    /// <summary>Whether sentences of the language can be compared with English ones.</summary>
    public static bool Knows(string language) => TranslationRules.Of(language) is not null;

    /// <param name="draft">All of the answer.</param>
    /// <param name="asker">Whose budget it takes.</param>
    /// <param name="language">One that it <see cref="Knows"/>.</param>
    /// <param name="canary">Stood in the prompt that the sentences were written with.</param>
    /// <param name="cancellationToken">Ends the translating.</param>
    public async Task<TranslatedDraft> TranslateAsync(Draft draft, Asker asker, string language, string canary, CancellationToken cancellationToken)
    {
        var written = draft.Sentences.Where(sentence => sentence.IsWritten).ToList();
        if (written.Count == 0 || TranslationRules.Of(language) is not { } rules)
            return new TranslatedDraft(draft);
        var most = TranslationPrompt.MostOf(written);
        if (await ledger.TryReserveAsync(asker, most, cancellationToken) is not { } reservation)
            return new TranslatedDraft(draft) { Note = "not translated: today's budget for the language model is used up" };
        var used = most;
        try
        {
            (string reply, var told) = await AskAsync(written, rules, cancellationToken);
            used = told.Total > 0 ? told : most;
            return Translated(draft, written, TranslationPrompt.Read(reply), new TranslationCheck(rules, canary)) with { Used = told };
        }
        catch (ModelUnavailableException fault)
        {
            Log.ModelFails(log, fault.Fault);
            return new TranslatedDraft(draft) { Note = $"not translated: {fault.Message}" };
        }
        finally
        {
            await ledger.SettleAsync(reservation, used, CancellationToken.None);
        }
    }

    private async Task<(string Reply, TokenUsage Used)> AskAsync(IReadOnlyList<DraftSentence> written, TranslationRules rules, CancellationToken cancellationToken)
    {
        var reply = new StringBuilder();
        var used = default(TokenUsage);
        await foreach (var update in kernel.InvokeStreamingAsync<ChatResponseUpdate>(prompt.Function, TranslationPrompt.Arguments(written, rules, clock.GetUtcNow() + Patience), cancellationToken))
        {
            foreach (var usage in update.Contents.OfType<UsageContent>())
                used += new TokenUsage(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            if (reply.Length < MostReply)
                reply.Append(update.Text);
        }
        return (reply.ToString(), used);
    }

    private TranslatedDraft Translated(Draft draft, List<DraftSentence> written, IReadOnlyDictionary<int, string> lines, TranslationCheck check)
    {
        var objections = new List<string>();
        DraftSentence Told(DraftSentence sentence)
        {
            if (!sentence.IsWritten)
                return sentence;
            string? line = lines.GetValueOrDefault(written.IndexOf(sentence) + 1);
            string? objection = line is null ? "it is missing" : check.Objection(sentence, line);
            if (objection is null)
                return sentence with { Text = line!, Original = sentence.Text };
            Log.Stopped(log);
            objections.Add($"not translated ({objection}): {sentence.Text}");
            return sentence;
        }
        return new TranslatedDraft(new Draft([.. draft.Sentences.Select(Told)])) { Note = objections.Count > 0 ? string.Join("; ", objections) : null };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model failed to translate: {Fault}")]
        public static partial void ModelFails(ILogger log, ModelFault fault);

        [LoggerMessage(LogLevel.Information, "A translation of the language model was stopped")]
        public static partial void Stopped(ILogger log);
    }
}

/// <summary>A draft whose written sentences are told in the language of the question, as far as that can be trusted.</summary>
public sealed record TranslatedDraft(Draft Draft)
{
    /// <summary>Tokens that it took.</summary>
    public TokenUsage Used { get; init; }

    /// <summary>Why something is not translated; null where all is.</summary>
    public string? Note { get; init; }

    /// <summary>Whether anything is a translation.</summary>
    public bool HasTranslation => Draft.Sentences.Any(sentence => sentence.Original is not null);
}
