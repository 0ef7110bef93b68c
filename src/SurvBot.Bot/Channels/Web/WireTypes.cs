using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Channels.Web;

/// <summary>A question over HTTP.</summary>
/// <param name="Question">What is asked, in the asker's own words.</param>
/// <param name="AsOf">Ask as if at the end of this year, month or day (UTC), or at this instant; else now.</param>
/// <param name="Conversation">The asker's own name for a conversation, a UUID: the question may lean on it, and is kept with it. Without it only the answer's receipt is kept.</param>
/// <param name="Message">The asker's own name for the question, a UUID: sent again, it is not asked again. Goes with <paramref name="Conversation"/>.</param>
public sealed record AskRequest(string? Question, string? AsOf = null, Guid? Conversation = null, Guid? Message = null);

/// <summary>Why a request was refused.</summary>
public sealed record ErrorResponse(ErrorDetail Error);

/// <param name="Message">One line for a person.</param>
/// <param name="RetryAfterSeconds">When it may be tried again, where that helps.</param>
public sealed record ErrorDetail(string Message, int? RetryAfterSeconds = null);

/// <summary>What a newcomer sees before the first question.</summary>
/// <param name="Questions">Questions that the corpus answers.</param>
/// <param name="Articles">How many articles it holds.</param>
/// <param name="Newest">When the newest was published.</param>
public sealed record StartResponse(IReadOnlyList<string> Questions, int Articles, string? Newest);

public sealed record ConversationListResponse(IReadOnlyList<ConversationItem> Conversations);

public sealed record ConversationItem(string Id, string Title, DateTimeOffset LastAt);

public sealed record ConversationResponse(string Id, string Title, IReadOnlyList<TurnItem> Turns);

/// <param name="Message">The asker's own name for the question.</param>
/// <param name="Question">What was asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Reply">Null while it is being answered: ask with the same message again to hear of it.</param>
public sealed record TurnItem(string Message, string Question, DateTimeOffset AskedAt, Reply? Reply);

/// <param name="Verdict">What the reader thinks of the reply.</param>
/// <param name="Reason">In their own words, up to 1,000 characters.</param>
public sealed record FeedbackRequestBody(FeedbackVerdict? Verdict, string? Reason = null);

public sealed record ArticleListResponse(int Total, IReadOnlyList<ArticleItem> Articles);

public sealed record ArticleItem(ArticleId Id, string Url, string Title, string? Publisher, PartialDate? PublishedAt, SourceKind SourceKind);

public sealed record SearchResponse(string Query, IReadOnlyList<SearchHit> Hits);

/// <param name="Article">What was found.</param>
/// <param name="Passage">Its best passage.</param>
public sealed record SearchHit(ArticleItem Article, string Passage);
