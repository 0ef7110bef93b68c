using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;
using SurvBot.Answers;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Wires the web chat and the HTTP API: the only place here that sees the container.</summary>
public static class WebServices
{
    /// <summary>Adds the channel and its limits.</summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<WebChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<WebChannel>());
        services.AddSingleton<AskEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ArticleEndpoints>();
        services.AddOpenApi("v1");
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MostBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = options.MostConnections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in ApiResult.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
        });
        return services;
    }

    /// <summary>Maps the page and the API.</summary>
    public static void MapWebChannel(this WebApplication app)
    {
        app.UseMiddleware<WebGuard>();
        app.UseMiddleware<WebFaults>();
        var page = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.MapOpenApi();

        var api = app.MapGroup("/api/v1");
        var ask = app.Services.GetRequiredService<AskEndpoints>();
        api.MapPost("/ask", ask.AskAsync).WithSummary("Ask a question; as text/event-stream: accepted, partial…, reply (in a conversation) or answer.")
            .Produces<Answer>().Produces<ErrorResponse>(400).Produces<ErrorResponse>(429).Produces<ErrorResponse>(503);
        var articles = app.Services.GetRequiredService<ArticleEndpoints>();
        api.MapGet("/search", articles.SearchAsync).WithSummary("Articles that match, with their best passage.").Produces<SearchResponse>().Produces<ErrorResponse>(400);
        api.MapGet("/articles", articles.ListAsync).WithSummary("Articles, the newest first.").Produces<ArticleListResponse>().Produces<ErrorResponse>(400);
        api.MapGet("/start", articles.StartAsync).WithSummary("What a newcomer may ask first.").Produces<StartResponse>();
        var conversations = app.Services.GetRequiredService<ConversationEndpoints>();
        api.MapGet("/conversations", conversations.List).WithSummary("The caller's conversations.").Produces<ConversationListResponse>();
        api.MapDelete("/conversations", (Delegate)conversations.ForgetAllAsync).WithSummary("Forget all that the caller asked.").Produces(204);
        api.MapGet("/conversations/{id:guid}", conversations.Get).WithSummary("One conversation with its replies.").Produces<ConversationResponse>().Produces<ErrorResponse>(404);
        api.MapDelete("/conversations/{id:guid}", conversations.ForgetAsync).WithSummary("Forget one conversation.").Produces(204);
        api.MapPost("/replies/{id}/feedback", conversations.GiveFeedbackAsync).WithSummary("Say what you think of a reply.").Produces(204).Produces<ErrorResponse>(404);
        app.MapFallback("/api/{**path}", () => ApiResult.Refuse(StatusCodes.Status404NotFound, "There is nothing here: see /openapi/v1.json."));
    }
}
