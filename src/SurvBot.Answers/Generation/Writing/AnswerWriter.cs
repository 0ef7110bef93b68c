using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Writes an answer with a model: what it drafts is checked sentence by sentence, what is stopped is written once more, and what it leaves out or cannot finish follows as quotes.</summary>
public sealed partial class AnswerWriter(ModelWriter model, DraftCheck check, IUsageLedger ledger, DraftCache cache, AnswerOptions options, TimeProvider clock, ILogger<AnswerWriter> log)
{
    // Five sentences are far less; a model that goes on is stopped by its own limits.
    private const int MostWrittenTokens = 1_000;

    // With less time than this a second request only delays the answer.
    private static readonly TimeSpan LeastTimeToRepair = TimeSpan.FromSeconds(5);

    /// <summary>Which model writes, where that is known.</summary>
    public string? Model => model.Name;

    /// <summary>The draft as it grows, the whole last. A sentence that was there stays.</summary>
    /// <param name="question">As it was asked, and whose budget it is answered from.</param>
    /// <param name="context">What was found and read.</param>
    /// <param name="corpusVersion">Of the corpus in which it was found.</param>
    /// <param name="quotes">The answer without a model.</param>
    /// <param name="isDisputed">Whether the quotes have values that disagree, each of which must be told.</param>
    /// <param name="report">Is told how it went.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async IAsyncEnumerable<Draft> WriteAsync(Question question, GroundingContext context, long corpusVersion, Draft quotes, bool isDisputed, WritingReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var task = new WritingTask(context.Question.Text, context.Question.AsOf, PassageChoice.Of(context, quotes, options.PromptTokens));
        string key = DraftCache.KeyOf(task, corpusVersion, Model);
        var written = new List<DraftSentence>();
        if (cache.Find(key) is { } known)
        {
            report.IsFromCache = true;
            foreach (var sentence in known)
            {
                written.Add(sentence);
                yield return new Draft([.. written]);
            }
        }
        else
        {
            await foreach (var sentence in WriteAsync(task, question.Asker, report, cancellationToken))
            {
                written.Add(sentence);
                yield return new Draft([.. written]);
            }
            if (written.Count > 0 && report.Trouble == WritingTrouble.None)
                cache.Keep(key, [.. written]);
        }
        report.Passages = written.Count > 0 ? [.. task.Passages.Select(passage => ReadPassage.Of(passage.Article, passage.Span))] : null;
        yield return Completion.Of(written, task, quotes, isDisputed, report);
    }

    /// <summary>What passes: of the draft as it comes, then of what was stopped and written once more.</summary>
    private async IAsyncEnumerable<DraftSentence> WriteAsync(WritingTask task, Asker asker, WritingReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + options.WritingTime;
        var said = new HashSet<string>();
        var drafted = new List<DraftedSentence>();
        await foreach (var sentence in PaidAsync(asker, AnswerPrompt.DraftTokens(task), report, () => model.DraftAsync(task, deadline, report, cancellationToken), cancellationToken))
        {
            drafted.Add(sentence);
            if (await PassedAsync(sentence, task.Passages, report, report.Stopped, cancellationToken) is { } passed && said.Add(passed.Text))
                yield return passed;
        }
        if (report.Trouble != WritingTrouble.None || report.Stopped.Count == 0 || report.Stopped.All(stopped => stopped.Objection!.Kind == ObjectionKind.Gate) || deadline - clock.GetUtcNow() < LeastTimeToRepair)
            yield break;
        var left = new List<CheckedSentence>();
        await foreach (var sentence in PaidAsync(asker, AnswerPrompt.RepairTokens(task, drafted, report.Stopped), report, () => model.RepairAsync(task, drafted, deadline, report, cancellationToken), cancellationToken))
            if (await PassedAsync(sentence, task.Passages, report, left, cancellationToken) is { } passed && said.Add(passed.Text))
            {
                report.Repaired++;
                yield return passed;
            }
        // Whatever the second request came to, the first one was answered.
        report.Trouble = WritingTrouble.None;
    }

    /// <summary>Drafted sentences within the budget; none where it does not reach, and no more where the model fails.</summary>
    private async IAsyncEnumerable<DraftedSentence> PaidAsync(Asker asker, long promptTokens, WritingReport report, Func<IAsyncEnumerable<DraftedSentence>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var most = new TokenUsage(promptTokens, MostWrittenTokens);
        if (await ledger.TryReserveAsync(asker, most, cancellationToken) is not { } reservation)
        {
            report.Fail(WritingTrouble.BudgetUsedUp, "today's budget for the language model is used up");
            yield break;
        }
        var before = report.Used;
        try
        {
            await using var drafted = ask().GetAsyncEnumerator(cancellationToken);
            while (await HasNextAsync(drafted, report))
                yield return drafted.Current;
        }
        finally
        {
            // Where the model does not say what it used, what was set aside counts.
            var used = report.Used - before;
            await ledger.SettleAsync(reservation, used.Total > 0 ? used : most, CancellationToken.None);
        }
    }

    private async Task<bool> HasNextAsync(IAsyncEnumerator<DraftedSentence> drafted, WritingReport report)
    {
        try
        {
            return await drafted.MoveNextAsync();
        }
        catch (ModelUnavailableException fault)
        {
            Log.ModelFails(log, fault.Fault);
            report.Fail(WritingTrouble.ModelFailed, $"the language model failed: {fault.Message}");
            return false;
        }
    }

    /// <summary>The sentence with what backs it; null where it may not leave.</summary>
    private async Task<DraftSentence?> PassedAsync(DraftedSentence drafted, IReadOnlyList<NumberedPassage> passages, WritingReport report, List<CheckedSentence> stopped, CancellationToken cancellationToken)
    {
        var said = await check.CheckAsync(drafted, passages, cancellationToken);
        if (said.Objection is null && OutputGate.Find(drafted.Text, said.Quotations.Select(quotation => quotation.Text), report.Canary) is { } blocked)
            said = said with { Objection = new Objection(ObjectionKind.Gate, blocked) };
        if (said.Objection is null)
            return new DraftSentence(drafted.Text, said.Quotations, said.Coverage) { IsWritten = true };
        stopped.Add(said);
        Log.Stopped(log, said.Objection.Kind);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model failed: {Fault}")]
        public static partial void ModelFails(ILogger log, ModelFault fault);

        [LoggerMessage(LogLevel.Information, "A sentence of the language model was stopped: {Kind}")]
        public static partial void Stopped(ILogger log, ObjectionKind kind);
    }
}
