using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>Makes the message that shows a reply.</summary>
internal static class TeamsReply
{
    /// <summary>What the buttons of a card ask for.</summary>
    public const string ShowSources = "sources", ShowMore = "more", ShowAnswer = "answer", Widen = "widen";

    /// <summary>Names of what the buttons send along.</summary>
    public const string ReplyKey = "reply", QuestionKey = "question";

    private const int MostFallback = 4000, MostParagraph = 4000;

    private static readonly JsonElement Feedback = JsonSerializer.SerializeToElement(new { feedbackLoop = new { type = "default" } });

    /// <summary>The whole reply.</summary>
    public static Activity Of(Reply reply, TeamsRoute route)
    {
        bool isAnswer = Find<EvidenceStrip>(reply) is not null;
        var sources = Find<Sources>(reply)?.Items ?? [];
        // Suggested actions are one person's, and beside citations the emulator shows neither: there they are buttons of the card.
        var suggested = sources.Count == 0 ? Suggested(Find<FollowUps>(reply), route) : null;
        var shown = TeamsReplyRenderer.Render(reply.Blocks.Where(block => suggested is null || block is not FollowUps));
        var card = Card(reply, shown);
        return new Activity
        {
            Type = "message",
            Text = string.Join("\n\n", shown.Text),
            Entities = isAnswer ? [Citations.Label(sources)] : [],
            ChannelData = Find<FeedbackRequest>(reply) is null ? null : Feedback,
            Attachments = card is null ? [] : [Cards.Attached(card)],
            SuggestedActions = suggested,
        };
    }

    /// <summary>The reply where it has grown too large: what is said, cut, without anything else.</summary>
    public static Activity Short(Reply reply, TeamsRoute route, int most)
    {
        var whole = Of(reply, route);
        return whole with { Text = whole.Text!.Length <= most ? whole.Text : $"{whole.Text[..most]}…", Attachments = [], SuggestedActions = null };
    }

    /// <summary>What is said so far, without what comes only at the end.</summary>
    public static string TextSoFar(Reply partial) => string.Join("\n\n", TeamsReplyRenderer.Render(partial.Blocks).Text);

    /// <summary>What is said where nobody knows whether the reply stands in the chat: not the same twice, but a way to it.</summary>
    public static Activity InDoubt(Reply reply) => new()
    {
        Type = "message",
        Text = "I was interrupted while I sent an answer here. If it is not above, open it below.",
        Attachments = [Cards.Attached(Cards.Card([Cards.Line([Cards.Run("The answer that may be missing")])], [ButtonFor("Show the answer", ShowAnswer, reply)], "Ask again for the answer."))],
    };

    /// <summary>The card that takes the place of the first one when somebody wants to see more: all that is said where that was not shown, else what was kept back.</summary>
    public static JsonObject Opened(Reply reply, string verb)
    {
        var shown = TeamsReplyRenderer.Render(reply.Blocks);
        return Cards.Card([.. verb == ShowAnswer ? Said(reply) : [], .. shown.Behind, .. shown.Card], [], Fallback(reply));
    }

    private static IEnumerable<JsonObject> Said(Reply reply) => reply.Blocks.Where(block => block is Paragraph or BulletList or Disagreement or Caveat or EvidenceStrip)
        .SelectMany(block => block.Render(new ReplyText()).Split('\n')).Select(line => Cards.Line([Cards.Run(line, most: MostParagraph)]));

    private static JsonObject? Card(Reply reply, TeamsBlock shown)
    {
        var actions = new List<JsonObject>();
        if (Find<More>(reply) is not null)
            actions.Add(ButtonFor("Read on", ShowMore, reply));
        if (Find<Sources>(reply) is { Items.Count: > 0 } sources)
            actions.Add(ButtonFor(sources.Items.Count == 1 ? "Show the source" : $"Show {sources.Items.Count} sources", ShowSources, reply));
        if (Find<FollowUps>(reply) is { Widened: { } question })
            actions.Add(Cards.Ask("Search all dates", Widen, new JsonObject { [QuestionKey] = question }));
        return shown.Card.Count == 0 && actions.Count == 0 ? null : Cards.Card(shown.Card, actions, Fallback(reply));
    }

    private static JsonObject ButtonFor(string title, string verb, Reply reply) => Cards.Ask(title, verb, new JsonObject { [ReplyKey] = reply.Id });

    private static string Fallback(Reply reply) => TeamsText.Plain(ReplyText.Of(reply), MostFallback);

    private static SuggestedActions? Suggested(FollowUps? followUps, TeamsRoute route) => followUps is { Questions.Count: > 0 } && route is { IsPersonal: true, User: { } user }
        ? new([.. followUps.Questions.Take(TeamsReplyRenderer.MostFollowUps).Select(question => PlainLine.Of(question, Cards.MostTitle)).Select(question => new CardAction("imBack", question, JsonSerializer.SerializeToElement(question)))], [user])
        : null;

    private static T? Find<T>(Reply reply)
        where T : ReplyBlock => reply.Blocks.OfType<T>().FirstOrDefault();
}
