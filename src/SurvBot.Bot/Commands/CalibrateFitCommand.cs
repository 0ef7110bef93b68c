using System.CommandLine;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Bot.Commands;

/// <summary>Fits the support model to collected examples and reports what to expect of it.</summary>
internal sealed class CalibrateFitCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> files = new("EXAMPLES") { Description = "What 'calibrate collect' wrote", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> output = new("--out") { Description = "Where to write the model", HelpName = "FILE", Required = true };
    private readonly Option<double> wrongAnswerCost = new("--wrong-answer-cost")
    {
        Description = "How many false refusals one wrong answer is worth, 1 if not given",
        HelpName = "X",
        DefaultValueFactory = _ => new CalibrationOptions().WrongAnswerCost,
    };

    public CalibrateFitCommand(CommandEnvironment environment) : base(
        "fit", "Fit the support model to collected examples.",
        "calibrate fit survnews.jsonl multihop.jsonl --out support-model.json",
        "calibrate fit survnews.jsonl --wrong-answer-cost 2 --out support-model.json")
    {
        this.environment = environment;
        Arguments.Add(files);
        Options.Add(output);
        Options.Add(wrongAnswerCost);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = new CalibrationOptions { WrongAnswerCost = result.GetValue(wrongAnswerCost) };
        if (!(options.WrongAnswerCost > 0 && double.IsFinite(options.WrongAnswerCost)))
            throw CommandException.WrongUse("--wrong-answer-cost takes a number above 0.");
        var report = await FitAsync(result.GetValue(files)!, options, cancellationToken);
        await File.WriteAllTextAsync(environment.FullPath(result.GetRequiredValue(output)), JsonSerializer.Serialize(report.Model, AnswerJson.Indented) + "\n", cancellationToken);
        new ConsoleCalibrationRenderer(environment.Output).Render(report);
        return ExitCodes.Done;
    }

    private async Task<CalibrationReport> FitAsync(string[] paths, CalibrationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var sets = new List<ExampleSet>();
            foreach (string path in paths)
                sets.Add(new ExampleSet(Path.GetFileNameWithoutExtension(path), await ExampleFile.ReadAsync(environment.RequireFile(path), SupportModel.Unfitted.Features, cancellationToken)));
            return CalibrationReport.Of(sets, options);
        }
        catch (Exception failure) when (failure is InvalidDataException or TooFewExamplesException)
        {
            throw CommandException.Failed($"{failure.Message} Run 'survbot calibrate collect' again.");
        }
    }
}
