using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Channels.Teams.Streaming;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Sends replies to Teams: streamed where one person talks with the bot, in one message where others listen.</summary>
/// <remarks>
/// Teams has no key that makes a post happen once, and cannot be asked which post holds a reply. A stream is named before its answer is sent, and
/// the answer is put there however often that is tried. A message to a group is sent once: where nobody knows whether it arrived, a note says so and opens it on a click.
/// </remarks>
internal sealed class TeamsChannel(ITeamsConnector connector, RouteStore routes, TimeProvider clock) : IChannel
{
    private const string Informative = "Searching the articles…";

    // Of the 100 KB of UTF-16 that a message may have; what a client shows of it is far less.
    private const int MostText = 12_000;

    // Teams ends a stream after two minutes.
    private readonly OpenStreams<AnswerStream> streams = new(TimeSpan.FromMinutes(3), clock);

    /// <inheritdoc />
    public string Name => TeamsPlace.ChannelName;

    /// <inheritdoc />
    public async Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        if (TeamsRoute.Read(routes.Find(to.ConversationId)) is not { } route)
            return null;
        string conversation = TeamsPlace.ConversationOf(to);
        try
        {
            if (route.IsPersonal)
            {
                var stream = new AnswerStream(connector, route.ServiceUrl, conversation, clock);
                if (await stream.BeginAsync(Informative, cancellationToken))
                {
                    streams.Keep(replyId, stream);
                    return stream.Id;
                }
            }
            await connector.SendAsync(route.ServiceUrl, conversation, new Activity { Type = "typing" }, cancellationToken);
        }
        catch (Exception fault) when (fault is TeamsRefusedException or TeamsUnavailableException)
        {
            // The answer is worth more than the word that it is on its way; what is wrong shows again when it is sent.
        }
        return null;
    }

    /// <inheritdoc />
    public Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken) => StreamOf(partial.Id, post) is { } stream
        ? stream.ShowAsync(TeamsReply.TextSoFar(partial), partial.Blocks.All(block => block is Progress), cancellationToken)
        : Task.FromResult(true);

    /// <inheritdoc />
    public Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc />
    public async Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        if (TeamsRoute.Read(routes.Find(to.ConversationId)) is not { } route)
            throw new ChannelRefusedException("The app was removed from there.");
        try
        {
            string stands = await FitAsync(to, route, post, reply, mayStand, cancellationToken);
            streams.Drop(reply.Id);
            return stands;
        }
        catch (TeamsRefusedException refused) when (refused.IsForGood)
        {
            streams.Drop(reply.Id);
            throw refused.ToChannelRefusal();
        }
        catch (Exception fault) when (fault is TeamsRefusedException or TeamsTokenException)
        {
            throw new ChannelUnsentException(fault.Message, fault);
        }
    }

    private async Task<string> FitAsync(Address to, TeamsRoute route, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        try
        {
            return await SayAsync(to, route, post, reply, TeamsReply.Of(reply, route), mayStand, cancellationToken);
        }
        catch (TeamsRefusedException refused) when (refused.Refusal == TeamsRefusal.TooLarge)
        {
            return await SayAsync(to, route, post, reply, TeamsReply.Short(reply, route, MostText), mayStand, cancellationToken);
        }
    }

    private async Task<string> SayAsync(Address to, TeamsRoute route, string? post, Reply reply, Activity message, bool mayStand, CancellationToken cancellationToken)
    {
        string conversation = TeamsPlace.ConversationOf(to);
        var alone = mayStand ? TeamsReply.InDoubt(reply) : message;
        if (post is null)
            return await connector.SendAsync(route.ServiceUrl, conversation, alone, cancellationToken) ?? "";
        if (StreamOf(reply.Id, post) is { } stream && await stream.EndAsync(message, cancellationToken))
            return post;
        return await PutAsync(route, conversation, post, message, alone, cancellationToken);
    }

    private AnswerStream? StreamOf(string replyId, string? post) => streams.Find(replyId) is { } stream && stream.Id == post ? stream : null;

    /// <summary>The stream is over, or the process that began it. It may have left nothing whose place can be taken: then something is said by itself.</summary>
    private async Task<string> PutAsync(TeamsRoute route, string conversation, string post, Activity message, Activity alone, CancellationToken cancellationToken)
    {
        try
        {
            await connector.UpdateAsync(route.ServiceUrl, conversation, post, message, cancellationToken);
            return post;
        }
        catch (TeamsRefusedException refused) when (refused.Refusal is TeamsRefusal.Gone or TeamsRefusal.Malformed or TeamsRefusal.StreamTimedOut)
        {
            return await connector.SendAsync(route.ServiceUrl, conversation, alone, cancellationToken) ?? "";
        }
        // Whoever reads stopped it while the process that began it was gone.
        catch (TeamsRefusedException refused) when (refused.Refusal == TeamsRefusal.StreamCanceled)
        {
            return post;
        }
    }
}
