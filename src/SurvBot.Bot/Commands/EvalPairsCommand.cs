using System.CommandLine;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Evaluation.SlotPairs;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Measures how well a disagreement is told from a development and from different facts.</summary>
internal sealed class EvalPairsCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string> file = new("FILE") { Description = "JSONL pairs of sentences: kind, one, other (each url, start, end, sha256) and label" };
    private readonly Option<string?> details = new("--details") { Description = "Write a JSON line a pair to this file, with its sentences", HelpName = "FILE" };

    public EvalPairsCommand(CommandEnvironment environment) : base("pairs", "Measure how disagreements are told from developments.", "eval pairs slot-pairs.jsonl --json")
    {
        this.environment = environment;
        Arguments.Add(file);
        Options.Add(details);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var pairs = environment.ReadLines(result.GetRequiredValue(file), SlotPair.Parse);
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var judged = await new PairJudge(services.GetRequiredService<ICorpusStore>()).JudgeAsync(pairs, cancellationToken);
        if (result.GetValue(details) is { } output)
            await File.WriteAllLinesAsync(environment.FullPath(output), judged.Select(pair => JsonSerializer.Serialize(pair, AnswerJson.Compact)), cancellationToken);
        var report = SlotPairReport.Of(judged, pairs.Count - judged.Count);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(report);
        else
            environment.WriteLine($"{report.Pairs} pairs ({report.Absent} not in this corpus): {report.Found} of {report.Conflicts} conflicts found, {report.False} called so wrongly, F1 {report.F1:0.000}; {report.SameFlagged} of {report.Same} same values flagged; {report.DevelopmentsFound} of {report.Developments} developments found");
        return ExitCodes.Done;
    }
}
