using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Turns what fails while a request is served into one line for a person.</summary>
internal sealed partial class WebFaults(RequestDelegate next, WebOptions options, ILogger<WebFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone: there is nobody to tell.
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ApiResult.Refuse(fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? $"The request is larger than {options.MostBodyBytes / 1024} KB." : "The request is not the JSON that is expected here: see /openapi/v1.json.").ExecuteAsync(context);
        }
        catch (Exception fault) when (fault is ChatStoreException or CorpusStoreException && !context.Response.HasStarted)
        {
            Log.StoreFails(log, fault.Message);
            await ApiResult.Refuse(StatusCodes.Status503ServiceUnavailable, "SurvBot cannot reach its data at the moment. Please try again in a minute.", 60).ExecuteAsync(context);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A request failed: {Line}")]
        public static partial void StoreFails(ILogger log, string line);
    }
}
