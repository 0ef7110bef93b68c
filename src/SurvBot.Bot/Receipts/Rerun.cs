using SurvBot.Answers;

namespace SurvBot.Bot.Receipts;

/// <summary>A question asked again, as of its own instant.</summary>
/// <param name="Answer">What is answered now.</param>
/// <param name="IsSame">Whether a reader would see the same text with the same outcome.</param>
/// <param name="New">Sentences that were not there before.</param>
/// <param name="Gone">Sentences that are not there any more.</param>
public sealed record Rerun(Answer Answer, bool IsSame, IReadOnlyList<string> New, IReadOnlyList<string> Gone)
{
    /// <summary>What differs between an answer and a later one to the same question.</summary>
    public static Rerun Of(Answer then, Answer now) => new(now, then.Status == now.Status && then.Text == now.Text, Missing(now, then), Missing(then, now));

    private static List<string> Missing(Answer from, Answer other) => [.. from.Sentences.Select(sentence => sentence.Text).Except(other.Sentences.Select(sentence => sentence.Text))];
}

/// <summary>A receipt looked at now.</summary>
/// <param name="Receipt">As it was kept.</param>
/// <param name="Quotes">Each quote of its answer against the present corpus, in order.</param>
/// <param name="Rerun">The question asked again; null where that is not wanted.</param>
public sealed record Replay(Receipt Receipt, IReadOnlyList<QuoteCheck> Quotes, Rerun? Rerun);
