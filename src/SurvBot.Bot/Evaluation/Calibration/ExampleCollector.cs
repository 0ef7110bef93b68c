using System.Runtime.CompilerServices;
using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Index;

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Looks questions up as an answer would and keeps what was measured.</summary>
/// <param name="evidence">The answer's own first half.</param>
/// <param name="index">Knows whose articles there are.</param>
/// <param name="clock">Says what "now" is for questions without a date.</param>
public sealed class ExampleCollector(EvidenceSearch evidence, PassageIndex index, TimeProvider clock)
{
    /// <summary>The runs of each question, in order: one as it is, and one without its gold articles where it has some.</summary>
    public async IAsyncEnumerable<QuestionRun> CollectAsync(QuestionLine line, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = line.ToQuestion(clock.GetUtcNow());
        var found = await evidence.FindAsync(question, index.Publishers, cancellationToken);
        yield return new QuestionRun(line.Id, line.IsAnswerable ? RunKind.Answerable : RunKind.Unanswerable, [.. found.Candidates.Select(candidate => Of(candidate, line))]);

        if (!line.IsAnswerable || line.GoldUrls.Count == 0)
            yield break;
        var others = await evidence.FindWithoutAsync(line.GoldUrls, question, index.Publishers, cancellationToken);
        // An article that nobody marked may answer too: such a sentence is no example of a wrong one.
        yield return new QuestionRun(line.Id, RunKind.GoldRemoved, [.. others.Candidates.Select(candidate => Of(candidate, line)).Where(example => !example.HoldsAnswer)]);
    }

    private static Example Of(CandidateSentence candidate, QuestionLine line)
    {
        // What an unanswerable question lists as its answer ("Insufficient information.") is not to be found in an article.
        bool holdsAnswer = line.IsAnswerable && AnswerMatch.IsPartlyRight(candidate.Text, line);
        return new Example(candidate.Features, holdsAnswer);
    }
}
