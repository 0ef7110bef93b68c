using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Receipts;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Asks over HTTP: as one JSON answer, or as a stream of steps that ends with it.</summary>
/// <remarks>
/// Within a conversation the question is on the disk before the first byte of the response, and the reply is kept: a caller that loses the
/// connection sends the same message again and hears of the same reply. Without a conversation only the answer's receipt is kept.
/// </remarks>
internal sealed class AskEndpoints(
    AnswerService answers, Inbox inbox, WebChannel channel, ConversationStore conversations, ReceiptKeeper receipts, ConversationOptions options, DeliveryOptions delivery, TimeProvider clock)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>POST /api/v1/ask</summary>
    public async Task<IResult> AskAsync(AskRequest request, HttpContext context)
    {
        if (Fault(request) is { } fault)
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, fault);
        var asOf = AsOf(request);
        bool asStream = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/event-stream");
        if (request.Conversation is not { } conversation)
        {
            var asker = new Asker(Key.Of(WebChannel.ChannelName, WebChannel.Workspace), WebUser.Of(context)?.Key ?? "");
            var question = new Question(request.Question!.Trim(), asOf ?? clock.GetUtcNow()) { Asker = asker };
            return asStream ? TypedResults.ServerSentEvents(StepsAsync(question, context.RequestAborted)) : ApiResult.Json(await AnswerAsync(question, context.RequestAborted));
        }
        if (WebUser.Of(context) is not { } user)
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, WebUser.Missing);
        return await AskInConversationAsync(user.Message(conversation, request.Message!.Value, request.Question!.Trim(), clock.GetUtcNow(), asOf), asStream, context);
    }

    private async Task<IResult> AskInConversationAsync(IncomingMessage message, bool asStream, HttpContext context)
    {
        // Listening begins before the question can be answered, so that no step is missed.
        var feed = channel.Listen(message.Id);
        context.Response.RegisterForDispose(feed);
        switch (await inbox.AcceptAsync(message, context.RequestAborted))
        {
            case Acceptance.Busy:
                return ApiResult.Refuse(StatusCodes.Status503ServiceUnavailable, Notices.BusyText, 60);
            case Acceptance.OverQuota:
                return ApiResult.Refuse(StatusCodes.Status429TooManyRequests, Notices.OverQuotaText, Math.Max(1, 60 / delivery.UserPerMinute));
        }
        var steps = FollowAsync(message, feed, context.RequestAborted);
        if (asStream)
            return TypedResults.ServerSentEvents(steps);
        SseItem<string> last = default;
        await foreach (var step in steps)
            last = step;
        return Results.Text(last.Data, "application/json");
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(IncomingMessage message, IReplyFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Event("accepted", new { conversation = message.Address.Thread, message = message.MessageId });
        if (conversations.FindReply(message.Id) is { } known)
        {
            yield return Event("reply", known);
            yield break;
        }
        Reply? last = null;
        await foreach (var reply in WithKeepAliveAsync(feed, cancellationToken))
        {
            if (last is not null)
                yield return Event("partial", last);
            else if (reply is null)
                yield return new SseItem<string>("{}", "ping");
            last = reply;
        }
        if (last is not null)
            yield return Event("reply", last);
    }

    /// <summary>What the feed brings; null when there was nothing for a while. The last one is the reply.</summary>
    private async IAsyncEnumerable<Reply?> WithKeepAliveAsync(IReplyFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var more = feed.Replies.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(KeepAlive, clock, cancellationToken)) != more)
            {
                yield return null;
                continue;
            }
            if (!await more)
                yield break;
            while (feed.Replies.TryRead(out var reply))
                yield return reply;
            more = feed.Replies.WaitToReadAsync(cancellationToken).AsTask();
        }
    }

    private async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = await answers.AskAsync(question, cancellationToken);
        await receipts.KeepAsync(question, answer);
        return answer;
    }

    private async IAsyncEnumerable<SseItem<string>> StepsAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in answers.AnswerAsync(question, cancellationToken))
        {
            if (update is Answered { Answer: var answer })
                await receipts.KeepAsync(question, answer);
            yield return update is Answered answered ? Event("answer", answered.Answer) : Event("partial", ReplyComposer.Compose("", update));
        }
    }

    private string? Fault(AskRequest request) =>
        string.IsNullOrWhiteSpace(request.Question) ? "Ask something: \"question\" is empty."
        : request.Question.Length > options.MostCharacters ? string.Create(CultureInfo.InvariantCulture, $"Ask in fewer words: \"question\" has more than {options.MostCharacters:N0} characters.")
        : request.AsOf is not null && !PartialDate.TryParse(request.AsOf, out _) ? "\"asOf\" is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant."
        : request.Conversation is null != request.Message is null ? "Send \"conversation\" and \"message\" together, or neither."
        : null;

    private static DateTimeOffset? AsOf(AskRequest request) => request.AsOf is not null && PartialDate.TryParse(request.AsOf, out var date) ? date.End.AddTicks(-1) : null;

    private static SseItem<string> Event<T>(string name, T data) => new(JsonSerializer.Serialize(data, ApiResult.Options), name);
}
