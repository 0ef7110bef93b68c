using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Web;

/// <summary>A person's own conversations: list, look at, forget, and what they think of a reply.</summary>
internal sealed class ConversationEndpoints(ConversationStore conversations, Forgetting forgetting)
{
    private const int MostReason = 1000;

    /// <summary>GET /api/v1/conversations</summary>
    public IResult List(HttpContext context) => WebUser.Of(context) is not { } user ? Unknown() : ApiResult.Json(new ConversationListResponse(
        [.. conversations.List(user.Key).Select(conversation => new ConversationItem(conversation.Thread, conversation.Title, conversation.LastAt))]));

    /// <summary>GET /api/v1/conversations/{id}</summary>
    public IResult Get(Guid id, HttpContext context)
    {
        if (WebUser.Of(context) is not { } user)
            return Unknown();
        return conversations.Find(user.Key, user.ConversationId(id)) is { } found
            ? ApiResult.Json(new ConversationResponse(id.ToString(), found.Title, [.. found.Turns.Select(turn => new TurnItem(turn.MessageId, turn.Question, turn.AskedAt, turn.Reply))]))
            : ApiResult.Refuse(StatusCodes.Status404NotFound, "There is no such conversation of yours.");
    }

    /// <summary>DELETE /api/v1/conversations/{id}</summary>
    public async Task<IResult> ForgetAsync(Guid id, HttpContext context)
    {
        if (WebUser.Of(context) is not { } user)
            return Unknown();
        await forgetting.ForgetConversationAsync(user.Key, user.ConversationId(id), context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>DELETE /api/v1/conversations</summary>
    public async Task<IResult> ForgetAllAsync(HttpContext context)
    {
        if (WebUser.Of(context) is not { } user)
            return Unknown();
        await forgetting.ForgetUserAsync(user.Key, context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>POST /api/v1/replies/{id}/feedback</summary>
    public async Task<IResult> GiveFeedbackAsync(string id, FeedbackRequestBody feedback, HttpContext context)
    {
        if (WebUser.Of(context) is not { } user)
            return Unknown();
        if (feedback.Verdict is not { } verdict)
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, "\"verdict\" is one of helpful, wrongSource, outOfDate, missing.");
        if (feedback.Reason is { Length: > MostReason })
            return ApiResult.Refuse(StatusCodes.Status400BadRequest, "\"reason\" has more than 1,000 characters.");
        return await conversations.AddFeedbackAsync(id, user.Key, verdict, feedback.Reason, context.RequestAborted)
            ? Results.NoContent() : ApiResult.Refuse(StatusCodes.Status404NotFound, "There is no such reply to you.");
    }

    private static IResult Unknown() => ApiResult.Refuse(StatusCodes.Status400BadRequest, WebUser.Missing);
}
