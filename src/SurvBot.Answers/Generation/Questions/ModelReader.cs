using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Understanding;
using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Answers.Generation.Questions;

/// <summary>Understands with a model what rules understand badly: follow-ups, questions of several parts, other languages. Whatever goes wrong, the rules' way remains.</summary>
public sealed partial class ModelReader(Kernel kernel, IUsageLedger ledger, TimeProvider clock, ILogger<ModelReader> log)
{
    /// <summary>How long a question waits for it: as long as nobody minds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private const int MostSearches = 4, MostWrittenTokens = 300, MostReply = 8_000;

    private readonly QuestionPrompt prompt = new();

    /// <summary>The question as it is looked up. The model is asked only where that helps, and what it says counts only as far as <see cref="QuestionCheck"/> lets it.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="corpusPublishers">Proper names of the publishers that the corpus holds.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MeantQuestion> ReadAsync(Question question, IReadOnlyList<string> corpusPublishers, CancellationToken cancellationToken)
    {
        string? language = QuestionLanguage.Of(question.Text);
        var asked = new MeantQuestion(question);
        if (!HardQuestions.Has(question, QuestionReader.Read(question, corpusPublishers), language))
            return asked;
        var most = new TokenUsage(QuestionPrompt.TokensOf(question), MostWrittenTokens);
        if (await ledger.TryReserveAsync(question.Asker, most, cancellationToken) is not { } reservation)
            return asked with { Note = "understood without the language model: today's budget is used up" };
        var used = most;
        try
        {
            (string reply, var told) = await AskAsync(question, cancellationToken);
            used = told.Total > 0 ? told : most;
            return Understood(asked, language, QuestionDraft.Read(reply)) with { Used = told };
        }
        catch (ModelUnavailableException fault)
        {
            Log.ModelFails(log, fault.Fault);
            return asked with { Note = $"understood without the language model: {fault.Message}" };
        }
        finally
        {
            await ledger.SettleAsync(reservation, used, CancellationToken.None);
        }
    }

    private async Task<(string Reply, TokenUsage Used)> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var reply = new StringBuilder();
        var used = default(TokenUsage);
        await foreach (var update in kernel.InvokeStreamingAsync<ChatResponseUpdate>(prompt.Function, QuestionPrompt.Arguments(question, clock.GetUtcNow() + Patience), cancellationToken))
        {
            foreach (var usage in update.Contents.OfType<UsageContent>())
                used += new TokenUsage(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            if (reply.Length < MostReply)
                reply.Append(update.Text);
        }
        return (reply.ToString(), used);
    }

    private MeantQuestion Understood(MeantQuestion asked, string? language, QuestionDraft? draft)
    {
        bool isEnglish = language is null or QuestionLanguage.English;
        // Nothing in the place of a question that only has parts.
        bool standsAlone = isEnglish && !FollowUps.IsFollowUp(asked.Question.Text.Trim(), asked.Question.History);
        var check = new QuestionCheck(asked.Question, isEnglish);
        string? objection = draft is null ? "what it wrote cannot be read" : standsAlone ? null : check.Objection(draft.Standalone);
        if (objection is not null)
        {
            Log.NotUnderstood(log);
            return asked with { Note = $"understood without the language model: {objection}" };
        }
        return asked with
        {
            Question = standsAlone ? asked.Question : asked.Question with { Text = draft!.Standalone, History = [] },
            Searches = [.. draft!.Searches.Where(search => check.SearchObjection(search) is null && search != draft.Standalone).Distinct().Take(MostSearches)],
            // Where the words themselves tell the language, nobody is asked.
            Language = LanguageNotices.Known(language ?? draft.Language) ?? QuestionLanguage.English,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model failed to read a question: {Fault}")]
        public static partial void ModelFails(ILogger log, ModelFault fault);

        [LoggerMessage(LogLevel.Information, "The language model's reading of a question does not count")]
        public static partial void NotUnderstood(ILogger log);
    }
}
