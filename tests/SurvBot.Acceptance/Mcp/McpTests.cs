using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Mcp;

/// <summary>The built program as other agents use it over the Model Context Protocol, over the starter corpus.</summary>
public sealed class McpTests : IAsyncDisposable
{
    internal const string Key = "a-key-that-nobody-guesses-1", Question = "Who led SenseTime's 2018 funding round?";

    private readonly ServedSurvBot served = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Url => new($"{served.Url}mcp");

    [Fact]
    public async Task An_agent_lists_the_tools_and_uses_all_four()
    {
        await StartAsync();
        await using var agent = await ConnectAsync();
        (await agent.ListToolsAsync(cancellationToken: Stop)).Select(tool => tool.Name).ShouldBe(["search", "article", "timeline", "ask"], ignoreOrder: true);

        var found = (await CallAsync(agent, "search", ("query", "SenseTime funding round"), ("from", "2018"), ("to", "2018"), ("take", 3))).GetProperty("passages");
        found.GetArrayLength().ShouldBe(3);
        var reference = found[0].GetProperty("article");
        reference.GetProperty("sourceKind").GetString().ShouldBe("brief");
        reference.GetProperty("attribution").GetString()!.ShouldStartWith("SurvBot brief, after ");

        var article = await CallAsync(agent, "article", ("article", reference.GetProperty("url").GetString()));
        article.GetProperty("article").GetProperty("id").GetString().ShouldBe(reference.GetProperty("id").GetString());
        article.GetProperty("text").GetString()![found[0].GetProperty("start").GetInt32()..found[0].GetProperty("end").GetInt32()].ShouldBe(found[0].GetProperty("text").GetString());

        var timeline = await CallAsync(agent, "timeline", ("subject", "SenseTime"));
        timeline.GetProperty("entries").GetArrayLength().ShouldBeGreaterThan(1);
        var numbers = timeline.GetProperty("citations").EnumerateArray().Select(cited => cited.GetProperty("n").GetInt32()).ToList();
        timeline.GetProperty("entries").EnumerateArray().SelectMany(entry => entry.GetProperty("citations").EnumerateArray()).Select(n => n.GetInt32()).ShouldBeSubsetOf(numbers);

        var answer = await agent.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = Question }, cancellationToken: Stop);
        answer.StructuredContent!.Value.GetProperty("status").GetString().ShouldBe("answered");
        string text = answer.Content.OfType<TextContentBlock>().ShouldHaveSingleItem().Text;
        text.ShouldContain("Alibaba");
        text.ShouldContain("SurvBot brief, after ");
        text.ShouldNotContain("Was this helpful?");
    }

    [Fact]
    public async Task What_ask_gives_is_what_the_command_line_prints()
    {
        await StartAsync();
        await using var agent = await ConnectAsync();
        var asked = await CallAsync(agent, "ask", ("question", Question), ("asOf", "2020-06"));
        await served.StopAsync();
        var printed = (await served.SurvBot.RunAsync("ask", Question, "--as-of", "2020-06", "--json")).Json;
        asked.EnumerateObject().Select(member => member.Name).ShouldBe(printed.EnumerateObject().Select(member => member.Name));
        foreach (string same in (string[])["id", "asOf", "text", "status", "sentences", "citations", "evidence"])
            JsonElement.DeepEquals(asked.GetProperty(same), printed.GetProperty(same)).ShouldBeTrue(same);
    }

    [Fact]
    public async Task Who_has_no_key_learns_only_that_one_is_needed()
    {
        await StartAsync();
        foreach (string? key in (string?[])[null, "", "a-key-that-nobody-guesses-2"])
        {
            using var response = await PostAsync(key);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"SurvBot\"");
        }
        (await Should.ThrowAsync<HttpRequestException>(ConnectAsync("a-key-that-nobody-guesses-2"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await served.StopAsync();
        served.Log.ShouldContain("A request to /mcp without a valid key was refused");
        served.Log.ShouldNotContain("guesses", customMessage: "keys are not logged");
    }

    [Fact]
    public async Task Over_the_limit_a_key_waits()
    {
        served.SurvBot.Environment["SurvBot__Mcp__PerMinute"] = "4";
        await StartAsync();
        await using var agent = await ConnectAsync();
        var refused = await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            for (int i = 0; i < 5; i++)
                await agent.ListToolsAsync(cancellationToken: Stop);
        });
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var response = await PostAsync(Key);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_there_is_nothing()
    {
        await served.StartAsync();
        using var response = await PostAsync(Key);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Host", "evil.example", 421)]
    public async Task Another_site_s_page_and_another_name_do_not_get_in_even_with_a_key(string header, string value, int status)
    {
        await StartAsync();
        using var response = await PostAsync(Key, (header, value));
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_request_of_a_megabyte_is_refused()
    {
        await StartAsync();
        using var response = await PostAsync(Key, method: new string('x', 1 << 20));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Questions_of_agents_are_not_logged()
    {
        served.SurvBot.Environment["Logging__LogLevel__Default"] = "Trace";
        await StartAsync();
        await using (var agent = await ConnectAsync())
            await agent.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Who watches the axolotl-parade?" }, cancellationToken: Stop);
        await served.StopAsync();
        served.Log.ShouldNotContain("axolotl");
        served.Log.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_key_that_can_be_guessed_is_told_in_one_line()
    {
        served.SurvBot.Environment["SurvBot__Mcp__Keys__ada"] = "sesame";
        (await served.SurvBot.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ShouldFailInOneLine().ShouldStartWith("SurvBot__Mcp__Keys__ada has fewer than 16 characters");
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    private async Task StartAsync()
    {
        served.SurvBot.Environment["SurvBot__Mcp__Keys__ada"] = Key;
        await served.StartAsync();
    }

    private async Task<McpClient> ConnectAsync(string key = Key)
    {
        var options = new HttpClientTransportOptions { Endpoint = Url, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" } };
        return await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: Stop);
    }

    private static async Task<JsonElement> CallAsync(McpClient agent, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await agent.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: Stop);
        result.IsError.ShouldNotBe(true, string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
        return result.StructuredContent.ShouldNotBeNull(tool);
    }

    private async Task<HttpResponseMessage> PostAsync(string? key, (string Name, string Value)? header = null, string method = "tools/list")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method }) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (header is { } extra)
            request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        return await served.Http.SendAsync(request, Stop);
    }
}
