using System.CommandLine;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Answers.Checking;
using SurvBot.Bot.Evaluation.Drafts;

namespace SurvBot.Bot.Commands;

/// <summary>Measures how well the check of drafted sentences tells lies from honest sentences.</summary>
internal sealed class EvalDraftsCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string> file = new("FILE") { Description = "JSONL drafts: id, passages (n, publisher, title, published, text), sentence, cites, label" };
    private readonly Option<string?> details = new("--details") { Description = "Write a JSON line a draft to this file", HelpName = "FILE" };

    public EvalDraftsCommand(CommandEnvironment environment) : base("drafts", "Measure the check of what a language model writes.", "eval drafts drafts.jsonl --json")
    {
        this.environment = environment;
        Arguments.Add(file);
        Options.Add(details);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var drafts = environment.ReadLines(result.GetRequiredValue(file), LabelledDraft.Parse);
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var check = services.GetRequiredService<DraftCheck>();
        var passages = new PassageShelf();
        var judged = new List<JudgedDraft>();
        foreach (var draft in drafts)
            judged.Add(await JudgeAsync(check, draft, passages, cancellationToken));
        if (result.GetValue(details) is { } output)
            await File.WriteAllLinesAsync(environment.FullPath(output), judged.Select(draft => JsonSerializer.Serialize(draft, AnswerJson.Compact)), cancellationToken);
        Write(DraftReport.Of(judged), result.GetValue(GlobalOptions.Json));
        return ExitCodes.Done;
    }

    private static async Task<JudgedDraft> JudgeAsync(DraftCheck check, LabelledDraft draft, PassageShelf passages, CancellationToken cancellationToken)
    {
        var said = await check.CheckAsync(new DraftedSentence(draft.Sentence, draft.Cites), passages.Of(draft), cancellationToken);
        return new JudgedDraft(draft.Id, draft.Label, draft.Sentence, said.Objection?.Kind, said.Objection?.What, Math.Round(said.Coverage, 3), said.Unfound, [.. said.Quotations.Select(quotation => quotation.Text)]);
    }

    private void Write(DraftReport report, bool asJson)
    {
        if (asJson)
        {
            environment.WriteJson(report);
            return;
        }
        environment.WriteLine($"{report.Honest} honest sentences: {report.Lost} lost; {report.Lies} lies: {report.Escaped} left");
        foreach (var label in report.ByLabel)
            environment.WriteLine($"  {label.Label}: {label.Escaped} of {label.Lies} left");
    }
}
