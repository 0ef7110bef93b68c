using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Bot.Evaluation.Drafts;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Checking;

public sealed class LabelledDraftsTests
{
    // The goal is to stop 95 % of the lies and to lose 5 % of the honest sentences, with an embedder.
    // These are what the words alone reach in TestData/drafts.jsonl, less three points.
    private const double LeastStopped = 0.64, MostLost = 0.25;

    [Fact]
    public async Task By_words_alone_most_lies_are_stopped_and_few_honest_sentences_lost()
    {
        var check = new DraftCheck(null, AliasBook.Empty);
        var shelf = new PassageShelf();
        var judged = new List<JudgedDraft>();
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "tests", "SurvBot.Tests", "TestData", "drafts.jsonl")))
        {
            var draft = LabelledDraft.Parse(line);
            var said = await check.CheckAsync(new DraftedSentence(draft.Sentence, draft.Cites), shelf.Of(draft), TestContext.Current.CancellationToken);
            judged.Add(new JudgedDraft(draft.Id, draft.Label, draft.Sentence, said.Objection?.Kind, said.Objection?.What, said.Coverage, said.Unfound, []));
        }
        var report = DraftReport.Of(judged);
        (report.Honest, report.Lies).ShouldBe((180, 480));
        (1 - (double)report.Escaped / report.Lies).ShouldBeGreaterThanOrEqualTo(LeastStopped, "of the lies are stopped");
        ((double)report.Lost / report.Honest).ShouldBeLessThanOrEqualTo(MostLost, "of the honest sentences are lost");
    }
}
