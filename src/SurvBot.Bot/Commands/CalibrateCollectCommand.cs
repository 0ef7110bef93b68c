using System.CommandLine;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Bot.Evaluation;
using SurvBot.Bot.Evaluation.Calibration;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Commands;

/// <summary>Measures the sentences that questions find.</summary>
internal sealed class CalibrateCollectCommand : Verb
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly CommandEnvironment environment;

    private readonly Argument<string> file = new("FILE") { Description = "JSONL questions: id, question, asOf, type, answers, answerGroups, goldUrls" };
    private readonly Option<string> output = new("--out") { Description = "Where to write the examples", HelpName = "FILE", Required = true };
    private readonly Option<string[]> types = new("--type") { Description = "Only questions of this type; may be given again", HelpName = "T" };

    public CalibrateCollectCommand(CommandEnvironment environment) : base(
        "collect", "Measure the sentences that questions find; no fitted model is needed.",
        "calibrate collect questions.jsonl --type inference_query --type null_query --out examples.jsonl")
    {
        this.environment = environment;
        Arguments.Add(file);
        Options.Add(output);
        Options.Add(types);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string[] wanted = result.GetValue(types) ?? [];
        var questions = (await environment.ReadQuestionsAsync(result.GetRequiredValue(file), cancellationToken))
            .Where(question => wanted.Length == 0 || wanted.Contains(question.Type, StringComparer.OrdinalIgnoreCase)).ToList();
        if (questions.Count == 0)
            throw CommandException.WrongUse("There is no such question in the file.");
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var index = services.GetRequiredService<PassageIndex>();
        await index.RefreshAsync(cancellationToken);
        if (index.Articles == 0)
            throw data.NoArticles();

        await WriteAsync(environment.FullPath(result.GetRequiredValue(output)), CollectAsync(Collector(services, index), questions, cancellationToken), cancellationToken);
        return ExitCodes.Done;
    }

    /// <summary>The model that comes with the program may not fit the features any more: that is what it is fitted anew for.</summary>
    private ExampleCollector Collector(IServiceProvider services, PassageIndex index)
    {
        var options = services.GetRequiredService<AnswerOptions>();
        options.SureSupport = double.PositiveInfinity; // everything is read: a model that is not fitted yet is sure of nothing
        var reader = new EvidenceReader(services.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), SupportModel.Unfitted, options);
        return new ExampleCollector(new EvidenceSearch(services.GetRequiredService<Retriever>(), reader, options), index, environment.Clock);
    }

    private async IAsyncEnumerable<QuestionRun> CollectAsync(ExampleCollector collector, List<QuestionLine> questions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long told = environment.Clock.GetTimestamp();
        foreach (var (done, question) in questions.Index())
        {
            await foreach (var run in collector.CollectAsync(question, cancellationToken))
                yield return run;
            if (environment.Clock.GetElapsedTime(told) < Interval)
                continue;
            environment.Tell($"{done + 1} of {questions.Count} questions");
            told = environment.Clock.GetTimestamp();
        }
    }

    /// <summary>The file appears whole or not at all.</summary>
    private static async Task WriteAsync(string path, IAsyncEnumerable<QuestionRun> runs, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await ExampleFile.WriteAsync(temporary, SupportModel.Unfitted.Features, runs, cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
