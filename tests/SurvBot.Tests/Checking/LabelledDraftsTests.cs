using System.Diagnostics;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Bot.Evaluation.Drafts;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Checking;

public sealed class LabelledDraftsTests
{
    private const double LeastStopped = 0.95, MostLost = 0.05;

    private static readonly string Handwritten = Path.Combine(Repository.Root, "tests", "SurvBot.Tests", "TestData", "drafts.jsonl");

    [Fact]
    public async Task Of_sentences_that_are_shortened_by_rule_hardly_one_is_lost_and_hardly_a_lie_leaves()
    {
        var report = await JudgeAsync(await DrawAsync("--most", "60"));
        report.ByLabel.Select(label => label.Label).ShouldBe(["alleged", "amount", "citation", "date", "name", "negation", "place", "subject"]);
        report.Lies.ShouldBeGreaterThan(300);
        StoppedOf(report).ShouldBeGreaterThanOrEqualTo(LeastStopped, "of the lies are stopped");
        ((double)report.Lost / report.Honest).ShouldBeLessThanOrEqualTo(MostLost, "of the honest sentences are lost");
    }

    [Fact]
    public async Task Of_lies_that_a_person_wrote_freely_hardly_one_leaves()
    {
        var report = await JudgeAsync(File.ReadLines(Handwritten));
        report.Lies.ShouldBe(480);
        StoppedOf(report).ShouldBeGreaterThanOrEqualTo(LeastStopped, "of the lies are stopped");
    }

    private static double StoppedOf(DraftReport report) => 1 - (double)report.Escaped / report.Lies;

    // By words alone: with an embedder no more lies leave.
    private static async Task<DraftReport> JudgeAsync(IEnumerable<string> lines)
    {
        var check = new DraftCheck(null, AliasBook.Empty);
        var shelf = new PassageShelf();
        var judged = new List<JudgedDraft>();
        foreach (var draft in lines.Select(LabelledDraft.Parse))
        {
            var said = await check.CheckAsync(new DraftedSentence(draft.Sentence, draft.Cites), shelf.Of(draft), TestContext.Current.CancellationToken);
            judged.Add(new JudgedDraft(draft.Id, draft.Label, draft.Sentence, said.Objection?.Kind, said.Objection?.What, said.Coverage, said.Unfound, []));
        }
        return DraftReport.Of(judged);
    }

    /// <summary>What the script draws from the passages of the sentences that were written by hand.</summary>
    private static async Task<string[]> DrawAsync(params string[] options)
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "eng", "draw-drafts"), Handwritten, .. options]) { RedirectStandardOutput = true })!;
        string drawn = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        script.ExitCode.ShouldBe(0);
        return drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
