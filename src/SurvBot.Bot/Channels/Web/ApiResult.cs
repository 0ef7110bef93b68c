using System.Globalization;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Web;

/// <summary>What the HTTP API answers with.</summary>
internal static class ApiResult
{
    /// <summary>Replies by their kinds, dates and ids as in the answer contract.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static IResult Json<T>(T value) => Results.Json(value, Options);

    /// <summary>One line for a person, with when to try again where that helps.</summary>
    public static IResult Refuse(int status, string message, int? retryAfterSeconds = null) => new Refusal(status, new ErrorResponse(new ErrorDetail(message, retryAfterSeconds)));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(ReplyJson.Options);
        foreach (var converter in AnswerJson.Compact.Converters)
            options.Converters.Add(converter);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Refusal(int status, ErrorResponse body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            if (body.Error.RetryAfterSeconds is { } seconds)
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return httpContext.Response.WriteAsJsonAsync(body, Options, httpContext.RequestAborted);
        }
    }
}
