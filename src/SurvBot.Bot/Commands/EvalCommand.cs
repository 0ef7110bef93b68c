using System.CommandLine;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Evaluation;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Measures retrieval and answers on questions whose answers are known.</summary>
internal sealed class EvalCommand : Verb
{
    private const int MostParallel = 64;

    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> files = new("FILE") { Description = "JSONL questions: id, question, asOf, type, answers, answerGroups, goldUrls", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> retrievalOnly = new("--retrieval-only") { Description = "Measure the ranking only" };
    private readonly Option<int?> limit = GlobalOptions.Number("--limit", "Only the first questions", 1, int.MaxValue);
    private readonly Option<string[]> types = new("--type") { Description = "Only questions of this type; may be given again", HelpName = "T" };
    private readonly Option<string?> details = new("--details") { Description = "Write a JSON line a question to this file", HelpName = "FILE" };
    private readonly Option<int?> parallel = GlobalOptions.Number("--parallel", "How many questions at a time, 1 if not given", 1, MostParallel);

    public EvalCommand(CommandEnvironment environment) : base(
        "eval", "Measure retrieval and answers on files of questions.",
        "eval questions.jsonl",
        "eval questions.jsonl --retrieval-only --limit 50",
        "eval questions.jsonl --type inference_query --details details.jsonl --json")
    {
        this.environment = environment;
        Arguments.Add(files);
        foreach (Option option in (Option[])[retrievalOnly, limit, types, details, parallel, GlobalOptions.Json])
            Options.Add(option);
        Subcommands.Add(new EvalPairsCommand(environment));
        Subcommands.Add(new EvalDraftsCommand(environment));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var questions = await ReadAsync(result, cancellationToken);
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var index = services.GetRequiredService<PassageIndex>();
        await index.RefreshAsync(cancellationToken);
        if (index.Articles == 0)
            throw data.NoArticles();

        var evaluated = await EvaluateAsync(Evaluator(services, result.GetValue(retrievalOnly)), questions, result.GetValue(parallel) ?? 1, cancellationToken);
        if (result.GetValue(details) is { } file)
            await File.WriteAllLinesAsync(environment.FullPath(file), evaluated.Select(question => JsonSerializer.Serialize(QuestionDetail.Of(question), AnswerJson.Compact)), cancellationToken);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(EvaluationReport.Of(evaluated));
        else
            new ConsoleEvaluationRenderer(environment.Output).Render(EvaluationReport.Of(evaluated));
        return ExitCodes.Done;
    }

    private async Task<IReadOnlyList<QuestionLine>> ReadAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var questions = new List<QuestionLine>();
        foreach (string file in result.GetValue(files)!)
            questions.AddRange(await environment.ReadQuestionsAsync(file, cancellationToken));
        string[] wanted = result.GetValue(types) ?? [];
        var chosen = questions.Where(question => wanted.Length == 0 || wanted.Contains(question.Type, StringComparer.OrdinalIgnoreCase)).Take(result.GetValue(limit) ?? int.MaxValue).ToList();
        if (chosen.Count > 0)
            return chosen;
        string known = string.Join(", ", questions.Select(question => question.Type).Where(type => type.Length > 0).Distinct().Order(StringComparer.Ordinal));
        throw CommandException.WrongUse(questions.Count == 0 ? "There are no questions in the files." : $"No question is of type {string.Join(", ", wanted)}; the files have {known}.");
    }

    private Evaluator Evaluator(ServiceProvider services, bool onlyRetrieval) => new(
        services.GetRequiredService<ArticleSearch>(), services.GetRequiredService<PassageIndex>(), services.GetRequiredService<ICorpusStore>(),
        onlyRetrieval ? null : services.GetRequiredService<AnswerService>().AskAsync, environment.Clock);

    private async Task<IReadOnlyList<EvaluatedQuestion>> EvaluateAsync(Evaluator evaluator, IReadOnlyList<QuestionLine> questions, int degree, CancellationToken cancellationToken)
    {
        var interval = TimeSpan.FromSeconds(10);
        var evaluated = new List<EvaluatedQuestion>(questions.Count);
        long told = environment.Clock.GetTimestamp();
        await foreach (var question in evaluator.RunAsync(questions, degree, cancellationToken))
        {
            evaluated.Add(question);
            if (environment.Clock.GetElapsedTime(told) < interval)
                continue;
            environment.Tell($"{evaluated.Count} of {questions.Count} questions");
            told = environment.Clock.GetTimestamp();
        }
        return evaluated;
    }
}
