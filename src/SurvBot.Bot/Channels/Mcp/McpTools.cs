using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SurvBot.Answers;
using SurvBot.Answers.Tools;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>What other agents can do with the corpus.</summary>
internal sealed class McpTools(CorpusTools tools, AnswerService answers, ReceiptKeeper receipts, IHttpContextAccessor request, ConversationOptions options, TimeProvider clock)
{
    [McpServerTool(Name = "search", Title = "Search AI-surveillance news", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description(ToolWords.Search)]
    public Task<SearchFindings> SearchAsync(
        [Description(ToolWords.Query)] string query,
        [Description(ToolWords.From)] string? from = null,
        [Description(ToolWords.To)] string? to = null,
        [Description(ToolWords.Publishers)] IReadOnlyList<string>? publishers = null,
        [Description(ToolWords.Take)] int? take = null,
        CancellationToken cancellationToken = default) => tools.SearchAsync(query, from, to, publishers, take, cancellationToken);

    [McpServerTool(Name = "article", Title = "Read an article", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description(ToolWords.Article)]
    public Task<WholeArticle> ArticleAsync(
        [Description(ToolWords.ArticleName)] string article,
        [Description(ToolWords.Start)] int? start = null,
        CancellationToken cancellationToken = default) => tools.ArticleAsync(article, start, cancellationToken);

    [McpServerTool(Name = "timeline", Title = "Tell what happened in order", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description(ToolWords.Timeline)]
    public Task<ToldTimeline> TimelineAsync(
        [Description(ToolWords.Subject)] string subject,
        [Description(ToolWords.Since)] string? since = null,
        CancellationToken cancellationToken = default) => tools.TimelineAsync(subject, since, cancellationToken);

    [McpServerTool(Name = "ask", Title = "Ask about AI surveillance", ReadOnly = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(Answer)), Description(ToolWords.Ask)]
    public async Task<CallToolResult> AskAsync(
        [Description(ToolWords.Question)] string question,
        [Description(ToolWords.AsOf)] string? asOf = null,
        CancellationToken cancellationToken = default)
    {
        string asked = ToolArguments.Words("question", question, options.MostCharacters);
        var askedAt = ToolArguments.Date("asOf", asOf)?.End.AddTicks(-1) ?? clock.GetUtcNow();
        var wanted = new Question(asked, askedAt) { Asker = request.HttpContext!.Features.GetRequiredFeature<McpCaller>().Asker };
        var answer = await answers.AskAsync(wanted, cancellationToken);
        await receipts.KeepAsync(wanted, answer);
        return new CallToolResult { Content = [new TextContentBlock { Text = TextOf(answer) }], StructuredContent = JsonSerializer.SerializeToElement(answer, AnswerJson.Compact) };
    }

    /// <summary>What a person reads, with its sources; an agent is not asked whether that helped.</summary>
    private static string TextOf(Answer answer)
    {
        var reply = ReplyComposer.Compose(answer);
        return ReplyText.Of(reply with { Blocks = [.. reply.Blocks.Where(block => block is not FeedbackRequest)] });
    }
}
