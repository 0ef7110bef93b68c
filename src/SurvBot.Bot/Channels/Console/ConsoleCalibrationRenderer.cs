using System.Globalization;
using Spectre.Console;
using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows what a calibration found as plain columns, to be read or pasted.</summary>
public sealed class ConsoleCalibrationRenderer(IAnsiConsole console)
{
    // Of a hundred thresholds every fifth is shown, and the chosen one.
    private const int ShownStep = 5;

    public void Render(CalibrationReport report)
    {
        Line($"answerThreshold {report.Model.AnswerThreshold:0.00}, furtherThreshold {report.Model.FurtherThreshold:0.00}; a wrong answer costs as much as {report.WrongAnswerCost:0.##} false refusals");
        Line($"");
        Line($"{"set, at the answer threshold",-30}{"answerable",12}{"measured",10}{"first right",13}{"right",8}{"refused",9}{"unanswerable",14}{"refused",9}{"gold removed",14}{"refused",9}");
        foreach (var set in report.Sets)
            Line($"{TerminalText.Line(set.Name),-30}{set.Outcome.Answerable.Runs,12}{set.Measured,10}{set.RightFirst,13}{Share(set.Outcome.Answerable.RightRate),8}{Share(set.Outcome.Answerable.RefusalRate),9}{set.Outcome.Unanswerable.Runs,14}{Share(set.Outcome.Unanswerable.RefusalRate),9}{set.Outcome.GoldRemoved.Runs,14}{Share(set.Outcome.GoldRemoved.RefusalRate),9}");
        Line($"");
        Line($"{"threshold, all sets",-30}{"right",8}{"falsely refused",17}{"unanswerable refused",22}{"gold removed refused",22}{"cost",8}");
        foreach (var (step, outcome) in report.Curve.Index())
            if (step % ShownStep == 0 || outcome.Threshold == report.Model.AnswerThreshold)
                Line($"{Threshold(outcome, report),-30}{Share(outcome.Answerable.RightRate),8}{Share(outcome.Answerable.RefusalRate),17}{Share(outcome.Unanswerable.RefusalRate),22}{Share(outcome.GoldRemoved.RefusalRate),22}{outcome.Cost(report.WrongAnswerCost),8:0.#}");
        Line($"");
        foreach (var (name, weight) in report.Model.Features.Zip(report.Model.Weights).OrderByDescending(feature => Math.Abs(feature.Second)))
            Line($"{name,-30}{weight,8:0.000}");
        Line($"{"(bias)",-30}{report.Model.Bias,8:0.000}");
    }

    private static string Threshold(ThresholdOutcome outcome, CalibrationReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{outcome.Threshold:0.00}{(outcome.Threshold == report.Model.AnswerThreshold ? "  chosen" : "")}");

    private static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private void Line(FormattableString line) => console.Profile.Out.Writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
