namespace SurvBot.Bot.Commands;

/// <summary>Fits the support model. For those who work on SurvBot (<c>eng/calibrate</c>), so the help does not list it.</summary>
internal sealed class CalibrateCommand : Verb
{
    public CalibrateCommand(CommandEnvironment environment) : base(
        "calibrate", "Fit the model that decides what supports an answer.",
        "calibrate collect questions.jsonl --out examples.jsonl",
        "calibrate fit examples.jsonl --out support-model.json")
    {
        Hidden = true;
        Subcommands.Add(new CalibrateCollectCommand(environment));
        Subcommands.Add(new CalibrateFitCommand(environment));
    }
}
