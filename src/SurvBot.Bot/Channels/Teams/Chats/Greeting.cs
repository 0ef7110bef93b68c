using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Chats;

/// <summary>What SurvBot says to those who have it newly, or who say nothing that could be answered.</summary>
internal sealed class Greeting(FirstQuestions questions)
{
    private static readonly HashSet<string> Hellos = new(StringComparer.OrdinalIgnoreCase) { "", "hello", "hi", "hey", "help", "start", "good morning", "?" };

    /// <summary>Whether there is nothing to answer.</summary>
    public static bool IsMeantBy(string text) => Hellos.Contains(text.TrimEnd('!', '.', ' '));

    /// <summary>Who it is, what to ask.</summary>
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
