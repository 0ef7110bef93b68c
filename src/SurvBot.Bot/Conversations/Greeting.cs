using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Conversations;

/// <summary>What SurvBot says to those who have it newly, or who say nothing that could be answered.</summary>
public sealed class Greeting(FirstQuestions questions)
{
    private static readonly HashSet<string> Hellos = new(StringComparer.OrdinalIgnoreCase) { "", "hello", "hi", "hey", "help", "start", "good morning", "?" };

    /// <summary>Whether there is nothing to answer.</summary>
    public static bool IsMeantBy(string text) => Hellos.Contains(text.TrimEnd('!', '.', ' '));

    /// <summary>Who it is, what to ask.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Reply> ComposeAsync(string id, CancellationToken cancellationToken)
    {
        var first = await questions.GetAsync(cancellationToken);
        return new Reply(id,
        [
            new Paragraph([ReplySpan.Of("I answer questions about AI-surveillance news from an indexed set of articles. Every sentence names its source and its date, I say where sources disagree, and I say so when the articles do not answer.")]),
            .. first.Count > 0 ? [new FollowUps(first)] : Array.Empty<ReplyBlock>(),
        ]);
    }
}
