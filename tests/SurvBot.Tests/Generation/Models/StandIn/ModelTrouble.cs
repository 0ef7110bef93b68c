namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>How the stand-in answers one request. A model that stalls does so until its client is gone.</summary>
internal delegate Task ModelTrouble(ModelExchange exchange);

/// <summary>All that a model's server was seen to do instead of answering.</summary>
internal static class ModelTroubles
{
    private const string Said = "Two things are known.";

    public static ModelTrouble None { get; } = exchange => exchange.AnswerAsync();

    public static ModelTrouble Slow(TimeSpan delay) => async exchange =>
    {
        await Task.Delay(delay, exchange.Gone);
        await exchange.AnswerAsync();
    };

    public static ModelTrouble Busy(string? retryAfter = null) => exchange => exchange.RefuseAsync(429,
        """{"error":{"code":"429","message":"Requests to the ChatCompletions_Create Operation have exceeded the token rate limit of your current AIServices S0 pricing tier."}}""", retryAfter);

    public static ModelTrouble Failed(int status = 500) => exchange => exchange.RefuseAsync(status, """{"error":{"code":"InternalServerError","message":"The server had an error while processing your request."}}""");

    /// <summary>OpenAI's words about a wrong key repeat some of it.</summary>
    public static ModelTrouble Unauthorized { get; } = exchange => exchange.RefuseAsync(401, $$"""{"error":{"message":"Incorrect API key provided: {{ModelStandIn.Key}}.","type":"invalid_request_error","param":null,"code":"invalid_api_key"} }""");

    public static ModelTrouble NoCredit { get; } = exchange => exchange.RefuseAsync(429, """{"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""");

    public static ModelTrouble NotFound { get; } = exchange => exchange.RefuseAsync(404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""");

    public static ModelTrouble TooManyTokens { get; } = exchange => exchange.RefuseAsync(400, """{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""");

    public static ModelTrouble FilteredQuestion { get; } = exchange => exchange.RefuseAsync(400, """
        {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,
        "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":false,"severity":"safe"},"violence":{"filtered":true,"severity":"medium"}}}}}
        """);

    public static ModelTrouble FilteredAnswer { get; } = Begun(exchange => exchange.EndAsync("content_filter"));

    /// <summary>The connection ends properly, the answer does not.</summary>
    public static ModelTrouble Truncated { get; } = Begun(_ => Task.CompletedTask);

    public static ModelTrouble CutAtLength { get; } = Begun(exchange => exchange.EndAsync("length"));

    public static ModelTrouble GarbageAtFirst { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        await exchange.EventAsync("{\"choices\": <!doctype html>");
    };

    public static ModelTrouble GarbageMidway { get; } = Begun(exchange => exchange.EventAsync("{\"choices\":[{\"delta\":17,\"index\":\"x\"}]}"));

    /// <summary>What a proxy shows instead.</summary>
    public static ModelTrouble Page { get; } = exchange => exchange.RefuseAsync(200, "<!doctype html><title>Sign in</title>", type: "text/html");

    public static ModelTrouble LongLine { get; } = Begun(async exchange =>
    {
        await exchange.RawAsync("data: {\"choices\":[{\"delta\":{\"content\":\"");
        string part = new('x', 64 * 1024);
        for (int i = 0; i < 160; i++)
            await exchange.RawAsync(part);
    });

    public static ModelTrouble Endless { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        while (!exchange.Gone.IsCancellationRequested)
            await exchange.WordsAsync(Said);
    };

    public static ModelTrouble StallAtFirst { get; } = exchange => Task.Delay(Timeout.Infinite, exchange.Gone);

    /// <summary>Azure's filter has spoken, the model has not.</summary>
    public static ModelTrouble StallBeforeWords { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        await Task.Delay(Timeout.Infinite, exchange.Gone);
    };

    public static ModelTrouble StallMidway { get; } = Begun(exchange => Task.Delay(Timeout.Infinite, exchange.Gone));

    /// <summary>Never long enough silent to be a stall.</summary>
    public static ModelTrouble Dribble(TimeSpan pause) => async exchange =>
    {
        await exchange.BeginAsync();
        while (!exchange.Gone.IsCancellationRequested)
        {
            await exchange.WordsAsync("and ");
            await Task.Delay(pause, exchange.Gone);
        }
    };

    public static ModelTrouble ResetAtFirst { get; } = exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    public static ModelTrouble ResetMidway { get; } = Begun(async exchange =>
    {
        // A reset takes with it what has not been read.
        await Task.Delay(TimeSpan.FromMilliseconds(200), exchange.Gone);
        exchange.Reset();
    });

    public static ModelTrouble Empty { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        await exchange.EndAsync("stop");
    };

    public static ModelTrouble UnofferedTool { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        await exchange.ToolCallAsync("send_mail");
        await exchange.EndAsync("tool_calls");
    };

    public static ModelTrouble UnofferedToolBesidesWords { get; } = async exchange =>
    {
        await exchange.BeginAsync();
        await exchange.WordsAsync(exchange.Text);
        await exchange.ToolCallAsync("send_mail");
        await exchange.EndAsync("stop");
    };

    /// <summary>Goes wrong after some words.</summary>
    public static ModelTrouble Begun(ModelTrouble then) => async exchange =>
    {
        await exchange.BeginAsync();
        await exchange.WordsAsync(Said);
        await then(exchange);
    };
}
