using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Evaluation;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Takes a file of questions to a file of results, a line each, in order.</summary>
internal sealed class BatchRun(CommandEnvironment environment)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A bad line or a question that fails becomes a line with an error; the file at <paramref name="output"/> appears whole or not at all.</summary>
    /// <exception cref="CommandException">There is no such question file.</exception>
    public async Task RunAsync(string input, string output, Func<QuestionLine, CancellationToken, Task<object>> answer, CancellationToken cancellationToken)
    {
        string temporary = $"{environment.FullPath(output)}.{Environment.ProcessId}.tmp";
        try
        {
            var (lines, bad) = await WriteAsync(environment.RequireFile(input), temporary, answer, cancellationToken);
            File.Move(temporary, environment.FullPath(output), overwrite: true);
            environment.Tell($"{lines} lines written to {output}{(bad > 0 ? $", {bad} of them errors" : "")}.");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<(int Lines, int Bad)> WriteAsync(string input, string temporary, Func<QuestionLine, CancellationToken, Task<object>> answer, CancellationToken cancellationToken)
    {
        int lines = 0, bad = 0;
        long told = environment.Clock.GetTimestamp();
        await using var writer = new StreamWriter(temporary);
        await foreach (var outcome in QuestionFile.ReadAsync(input, cancellationToken))
        {
            var (line, isBad) = await LineAsync(outcome, answer, cancellationToken);
            await writer.WriteAsync(line + "\n");
            (lines, bad) = (lines + 1, isBad ? bad + 1 : bad);
            if (environment.Clock.GetElapsedTime(told) < Interval)
                continue;
            environment.Tell($"{lines} questions done");
            told = environment.Clock.GetTimestamp();
        }
        return (lines, bad);
    }

    private static async Task<(string Line, bool IsBad)> LineAsync(QuestionOutcome outcome, Func<QuestionLine, CancellationToken, Task<object>> answer, CancellationToken cancellationToken)
    {
        if (outcome is not QuestionRead { Question: var question })
            return (Error((QuestionFailure)outcome), true);
        try
        {
            return (JsonSerializer.Serialize(await answer(question, cancellationToken), AnswerJson.Compact), false);
        }
        // One question that goes wrong must not cost the others; a broken corpus, or Ctrl-C, ends them all.
        catch (Exception failure) when (failure is not (OperationCanceledException or CorpusStoreException or CommandException))
        {
            return (Error(new QuestionFailure(question.Id, $"{failure.GetType().Name}: {failure.Message}")), true);
        }
    }

    // The id is said to be null where it is not known, so that every line has one.
    private static string Error(QuestionFailure failure) => JsonSerializer.Serialize(new { id = failure.Id, error = failure.Error });
}
