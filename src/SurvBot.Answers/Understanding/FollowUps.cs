using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Makes a question that leans on its thread stand alone, without a model: what it refers to is spelled out from earlier turns.</summary>
internal static class FollowUps
{
    // Who writes more than this says what they mean; of a long earlier question the last sentences count.
    private const int LongestFollowUp = 300, TurnsRemembered = 12, LongestBackground = 1000;

    /// <summary>The question itself when it stands alone or has no thread; otherwise a question that says the same without it.</summary>
    public static string Standalone(string question, IReadOnlyList<Turn> history) => Read(question, history).Text;

    /// <summary>The same, and whether there was something to lean on.</summary>
    public static StandaloneQuestion Read(string question, IReadOnlyList<Turn> history) => Complete(question, Remember(history));

    /// <summary>Whether a question of a thread takes something from it.</summary>
    public static bool IsFollowUp(string question, IReadOnlyList<Turn> history) =>
        history.Count > 0 && question.Length <= LongestFollowUp && Wording.OneLine(question) is var asked && (Read(question, history).Text != question || Leaning.IsLeaning(asked) || Pronouns.PointsBack(asked));

    private static ThreadMemory Remember(IReadOnlyList<Turn> history) =>
        history.TakeLast(TurnsRemembered).Aggregate(ThreadMemory.Empty, (memory, turn) => memory.After(Condense(turn.Question, memory), EarlierClaims.Of(turn.Answer)));

    private static StandaloneQuestion Complete(string question, ThreadMemory memory)
    {
        if (question.Length > LongestFollowUp)
            return new StandaloneQuestion(question, false);
        string asked = Wording.OneLine(question);
        if (!memory.HasTopic && !memory.IsOpen)
            return new StandaloneQuestion(question, Leaning.IsLeaning(asked));
        string? completed = Correction.Complete(asked, memory) ?? Ellipsis.Complete(asked, memory) ?? Swap.Complete(asked, memory) ?? Pronouns.Complete(asked, memory);
        return completed is null
            ? new StandaloneQuestion(question, memory.IsOpen && !memory.HasTopic && Leaning.IsLeaning(asked))
            : new StandaloneQuestion(Wording.Clip(completed, Wording.Longest), false);
    }

    /// <summary>An earlier question as it stood alone. Of a paragraph its last sentence is the question, and what goes before is what it leans on.</summary>
    private static StandaloneQuestion Condense(string question, ThreadMemory memory)
    {
        string text = question[^Math.Min(question.Length, LongestBackground)..];
        var sentences = SentenceSplitter.Split(text).Select(span => Wording.OneLine(text[span.Start..span.End])).ToList();
        if (sentences.Count < 2 && question.Length <= LongestFollowUp)
            return Complete(question, memory);
        string last = Wording.Clip(sentences.LastOrDefault(sentence => sentence.EndsWith('?')) ?? sentences.LastOrDefault() ?? "", LongestFollowUp);
        return Complete(last, memory.After(new StandaloneQuestion("", false), new EarlierClaims([.. sentences.TakeWhile(sentence => sentence != last)])));
    }
}
