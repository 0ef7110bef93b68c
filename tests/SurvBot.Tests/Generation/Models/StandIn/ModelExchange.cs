using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>One request and the answer to it, piece by piece as Azure OpenAI sends them.</summary>
/// <remarks>Shapes after https://learn.microsoft.com/azure/ai-services/openai/reference and recorded streams of it: the filter's view of the prompt first, without choices; then the role, words, the reason of the end, the usage, [DONE].</remarks>
internal sealed class ModelExchange(HttpContext context, ModelRequest request, string text)
{
    private const string Safe = """{"hate":{"filtered":false,"severity":"safe"},"self_harm":{"filtered":false,"severity":"safe"},"sexual":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"safe"}}""";

    public ModelRequest Request => request;

    public string Text => text;

    public CancellationToken Gone => context.RequestAborted;

    /// <summary>Ends the connection as a network does.</summary>
    public void Reset() => context.Abort();

    /// <summary>The whole answer, in the form that was asked for.</summary>
    public async Task AnswerAsync(string finish = "stop")
    {
        if (!request.IsStreamed)
        {
            await WholeAsync(finish);
            return;
        }
        await BeginAsync();
        await WordsAsync(text);
        await EndAsync(finish);
    }

    /// <summary>All before the first word.</summary>
    public async Task BeginAsync()
    {
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (request.IsAzure)
            await EventAsync($$"""{"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{{Safe}}}]}""");
        await ChoiceAsync("""{"content":"","refusal":null,"role":"assistant"}""", null);
    }

    public async Task WordsAsync(string words)
    {
        foreach (string piece in Pieces(words))
            await ChoiceAsync($$"""{"content":{{JsonSerializer.Serialize(piece)}}}""", null);
    }

    public async Task EndAsync(string finish)
    {
        await ChoiceAsync("{}", finish);
        if (request.WantsUsage)
            await EventAsync($$"""{"choices":[],{{Head}},"object":"chat.completion.chunk","usage":{{Usage}} }""");
        await EventAsync("[DONE]");
    }

    /// <summary>A tool call, whether or not anybody offered the tool.</summary>
    public Task ToolCallAsync(string name) =>
        ChoiceAsync($$$"""{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"{{{name}}}","arguments":"{}"}}]}""", null);

    public Task EventAsync(string data) => RawAsync($"data: {data}\n\n");

    public async Task RawAsync(string text)
    {
        await context.Response.WriteAsync(text, Gone);
        await context.Response.Body.FlushAsync(Gone);
    }

    /// <summary>A refusal.</summary>
    public Task RefuseAsync(int status, string body, string? retryAfter = null, string type = "application/json")
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body, Gone);
    }

    private Task ChoiceAsync(string delta, string? finish)
    {
        string filter = request.IsAzure ? $"\"content_filter_results\":{(finish is null ? Safe : "{}")}," : "";
        return EventAsync($$$"""{"choices":[{{{{filter}}}"delta":{{{delta}}},"finish_reason":{{{JsonSerializer.Serialize(finish)}}},"index":0,"logprobs":null}],{{{Head}}},"object":"chat.completion.chunk","system_fingerprint":"fp_1"}""");
    }

    private Task WholeAsync(string finish)
    {
        context.Response.ContentType = "application/json";
        string filter = request.IsAzure ? $"\"content_filter_results\":{Safe}," : "";
        return context.Response.WriteAsync($$$"""
            {"choices":[{{{{filter}}}"finish_reason":"{{{finish}}}","index":0,"logprobs":null,"message":{"content":{{{JsonSerializer.Serialize(text)}}},"refusal":null,"role":"assistant"}}],{{{Head}}},"object":"chat.completion","usage":{{{Usage}}} }
            """, Gone);
    }

    private string Head => $"\"created\":1739732755,\"id\":\"chatcmpl-1\",\"model\":\"{request.Model}-2024-11-20\"";

    private string Usage
    {
        get
        {
            int prompt = Tokens(request.Messages.Sum(message => message.Text.Length)), completion = Tokens(text.Length);
            return $$"""{"completion_tokens":{{completion}},"prompt_tokens":{{prompt}},"total_tokens":{{prompt + completion}}}""";
        }
    }

    // About four characters each.
    private static int Tokens(int characters) => (characters + 3) / 4;

    /// <summary>Word by word, as models write.</summary>
    private static IEnumerable<string> Pieces(string words)
    {
        var piece = new StringBuilder();
        foreach (char c in words)
        {
            if (c == ' ' && piece.Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(c);
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }
}
