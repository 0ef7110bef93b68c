using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Writes an answer with a model: what it drafts is checked sentence by sentence, and what it leaves out or cannot finish follows as quotes.</summary>
public sealed partial class AnswerWriter(ModelWriter model, DraftCheck check, IUsageLedger ledger, AnswerOptions options, ILogger<AnswerWriter> log)
{
    // Five sentences are far less; a model that goes on is stopped by its own limits.
    private const int MostWrittenTokens = 1_000;

    /// <summary>Which model writes, where that is known.</summary>
    public string? Model => model.Name;

    /// <summary>The draft as it grows, the whole last. A sentence that was there stays.</summary>
    /// <param name="question">As it was asked, and whose budget it is answered from.</param>
    /// <param name="context">What was found and read.</param>
    /// <param name="quotes">The answer without a model.</param>
    /// <param name="isDisputed">Whether the quotes have values that disagree, each of which must be told.</param>
    /// <param name="report">Is told how it went.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async IAsyncEnumerable<Draft> WriteAsync(Question question, GroundingContext context, Draft quotes, bool isDisputed, WritingReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var passages = PassageChoice.Of(context, quotes, options.PromptTokens);
        var most = new TokenUsage(PassageChoice.TokensOf(passages, context.Question.Text), MostWrittenTokens);
        var written = new List<DraftSentence>();
        if (await ledger.TryReserveAsync(question.Asker, most, cancellationToken) is { } reservation)
        {
            try
            {
                await using var drafted = model.DraftAsync(context.Question.Text, context.Question.AsOf, passages, report, cancellationToken).GetAsyncEnumerator(cancellationToken);
                while (await HasNextAsync(drafted, report))
                    if (await PassedAsync(drafted.Current, passages, report, cancellationToken) is { } sentence && written.All(other => other.Text != sentence.Text))
                    {
                        written.Add(sentence);
                        yield return new Draft([.. written]);
                    }
            }
            finally
            {
                // Where the model does not say what it used, what was set aside counts.
                await ledger.SettleAsync(reservation, report.Used.Total > 0 ? report.Used : most, CancellationToken.None);
            }
        }
        else
            report.Note = "today's budget for the language model is used up";
        report.Passages = written.Count > 0 ? [.. passages.Select(passage => ReadPassage.Of(passage.Article, passage.Span))] : null;
        yield return Complete(written, quotes, isDisputed, report);
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
            report.Note = $"the language model failed: {fault.Message}";
            return false;
        }
    }

    /// <summary>The sentence with what backs it; null where it may not leave.</summary>
    private async Task<DraftSentence?> PassedAsync(DraftedSentence drafted, IReadOnlyList<NumberedPassage> passages, WritingReport report, CancellationToken cancellationToken)
    {
        var said = await check.CheckAsync(drafted, passages, cancellationToken);
        if (said.Objection is null && OutputGate.Find(drafted.Text, said.Quotations.Select(quotation => quotation.Text), report.Canary) is { } blocked)
            said = said with { Objection = new Objection(ObjectionKind.Gate, blocked) };
        if (said.Objection is null)
            return new DraftSentence(drafted.Text, said.Quotations, said.Coverage) { IsWritten = true };
        report.Stopped.Add(said);
        Log.Stopped(log, said.Objection.Kind);
        return null;
    }

    /// <summary>Adds the quotes that the model's sentences do not rest on, where articles disagree, where it failed, where more was stopped than passed, or where it wrote nothing.</summary>
    private static Draft Complete(List<DraftSentence> written, Draft quotes, bool isDisputed, WritingReport report)
    {
        bool isWhole = written.Count > 0 && !isDisputed && report.Note is null && report.Stopped.Count <= written.Count;
        if (isWhole)
            return new Draft(written);
        if (written.Count == 0)
            report.Note ??= report.Stopped.Count > 0 ? "nothing that the language model wrote passed the check" : "the language model wrote nothing";
        var told = written.SelectMany(sentence => sentence.Quotations).ToHashSet();
        return new Draft([.. written, .. quotes.Sentences.Where(quote => !quote.Quotations.All(quotation => told.Any(other => other.Article.Id == quotation.Article.Id && other.Span == quotation.Span)))]);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model failed: {Fault}")]
        public static partial void ModelFails(ILogger log, ModelFault fault);

        [LoggerMessage(LogLevel.Information, "A sentence of the language model was stopped: {Kind}")]
        public static partial void Stopped(ILogger log, ObjectionKind kind);
    }
}
