using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Grounding;

/// <summary>Tells from which age on evidence no longer shows the latest state of things.</summary>
internal static class Staleness
{
    /// <summary>The age for a question's topic, the shortest where it has several; otherwise the usual one.</summary>
    public static TimeSpan AgeFor(string question, AnswerOptions options)
    {
        var asked = TermSet.Of(question);
        var topics = options.StaleAfterByTopic.Where(topic => Terms.In(topic.Key) is { Count: > 0 } terms && terms.TrueForAll(asked.Contains)).ToList();
        return topics.Count == 0 ? options.StaleAfter : topics.Min(topic => topic.Value);
    }
}
