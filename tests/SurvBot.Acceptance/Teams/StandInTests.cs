using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Acceptance.Teams.StandIn;

namespace SurvBot.Acceptance.Teams;

/// <summary>The stand-in notices what a bot does wrong; otherwise a test that finds nothing would show nothing.</summary>
public sealed class StandInTests : IAsyncDisposable
{
    private const string Personal = "a:1", Group = "19:1@thread.v2";

    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).BuildServiceProvider();
    private ConnectorStandIn? connector;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ConnectorStandIn Connector => connector!;

    [Fact]
    public async Task A_bot_that_keeps_the_rules_breaks_none()
    {
        await StartAsync();
        string stream = await BeginAsync();
        await Task.Delay(1000, Stop);
        await SendAsync(Personal, Step("An", 2, stream));
        await Task.Delay(1000, Stop);
        await SendAsync(Personal, End("An answer [1]", stream, Label(Claim(1))));
        await SendAsync(Group, Message("An answer [1][2]", Label(Claim(1), Claim(2))));
        Connector.Violations.ShouldBeEmpty();
        Connector.PostsIn(Personal).ShouldHaveSingleItem().Text.ShouldBe("An answer [1]");
    }

    [Theory]
    [InlineData("a mention", "mentions somebody"), InlineData("two labels", "2 AI entities"), InlineData("no label", "without an AI entity"), InlineData("eleven citations", "11 citations")]
    [InlineData("a citation that is not in the text", "is not in the text"), InlineData("a number without its citation", "has no citation"), InlineData("a long name", "name of 81"), InlineData("a long abstract", "abstract of 161")]
    [InlineData("four keywords", "too many keywords"), InlineData("a long keyword", "too many keywords"), InlineData("a script", "leads to javascript"), InlineData("a large message", "bytes"), InlineData("another label", "not the AI entity")]
    public async Task A_message_against_the_rules_is_noticed(string what, string told)
    {
        await StartAsync();
        await SendAsync(Group, what switch
        {
            "a mention" => Message("Hello", new JsonObject { ["type"] = "mention" }),
            "two labels" => Message("[1]", Label(Claim(1)), Label(Claim(1))),
            "no label" => Message("See [1]"),
            "eleven citations" => Message(string.Concat(Enumerable.Range(1, 11).Select(n => $"[{n}]")), Label([.. Enumerable.Range(1, 11).Select(n => Claim(n))])),
            "a citation that is not in the text" => Message("[1]", Label(Claim(1), Claim(2))),
            "a number without its citation" => Message("[1][2]", Label(Claim(1))),
            "a long name" => Message("[1]", Label(Claim(1, name: new string('n', 81)))),
            "a long abstract" => Message("[1]", Label(Claim(1, words: new string('a', 161)))),
            "four keywords" => Message("[1]", Label(Claim(1, keywords: ["a", "b", "c", "d"]))),
            "a long keyword" => Message("[1]", Label(Claim(1, keywords: [new string('k', 29)]))),
            "a script" => Message("[1]", Label(Claim(1, url: "javascript:alert(1)"))),
            "a large message" => Message(new string('m', 52_000)),
            _ => Message("Hello", new JsonObject { ["type"] = "https://schema.org/Message" }),
        });
        Connector.Violations.ShouldHaveSingleItem().ShouldContain(told);
    }

    [Theory]
    [InlineData("a number twice", "number 1 after 1"), InlineData("too early", "after the step before"), InlineData("other text", "does not contain what was streamed"), InlineData("a number at the end", "number 3 after 2")]
    [InlineData("a second stream", "second stream in a chat"), InlineData("among others", "where others listen"), InlineData("a card too early", "only at the end"), InlineData("after Stop", "after the reader pressed Stop"), InlineData("a stream in its place", "is no stream"), InlineData("two at once", "at once")]
    public async Task A_stream_against_the_rules_is_noticed(string what, string told)
    {
        await StartAsync();
        string stream = await BeginAsync();
        if (what is not "too early")
            await Task.Delay(1000, Stop);
        switch (what)
        {
            case "a number twice":
                await SendAsync(Personal, Step("An", 1, stream));
                break;
            case "too early":
                await SendAsync(Personal, Step("An", 2, stream));
                break;
            case "other text" or "a number at the end":
                await SendAsync(Personal, Step("An", 2, stream));
                await Task.Delay(1000, Stop);
                await SendAsync(Personal, End(what == "other text" ? "No" : "An answer", stream, number: what == "other text" ? null : 3));
                break;
            case "a second stream":
                await BeginAsync();
                break;
            case "among others":
                await SendAsync(Group, Step("Searching", 1, null, "informative"));
                break;
            case "a card too early":
                var step = Step("An", 2, stream);
                step["channelData"] = new JsonObject();
                await SendAsync(Personal, step);
                break;
            case "after Stop":
                Connector.Plan(Personal, SentKind.Final, Trouble.StreamCanceled);
                await SendAsync(Personal, End("An answer", stream));
                await SendAsync(Personal, Message("An answer"), stream);
                break;
            case "a stream in its place":
                await SendAsync(Personal, End("An answer", stream), stream);
                break;
            case "two at once":
                Connector.Afterthought = TimeSpan.FromSeconds(2);
                await Task.WhenAll(Enumerable.Range(2, 8).Select(n => SendAsync(Personal, Step("An", n, stream))));
                break;
        }
        Connector.Violations.ShouldContain(line => line.Contains(told), string.Join('\n', Connector.Violations));
    }

    [Fact]
    public async Task An_id_that_is_not_escaped_is_noticed()
    {
        await StartAsync();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var response = await http.PostAsJsonAsync(new Uri($"{Connector.ServiceUrl}v3/conversations/{Group}/activities"), Message("Hello"), Stop);
        Connector.Violations.ShouldHaveSingleItem().ShouldContain("not escaped");
    }

    public async ValueTask DisposeAsync()
    {
        if (connector is not null)
            await connector.DisposeAsync();
        await services.DisposeAsync();
    }

    private async Task StartAsync()
    {
        connector = await ConnectorStandIn.StartAsync();
        connector.AddPersonalChat(Personal);
    }

    private async Task<string> BeginAsync() => JsonNode.Parse(await SendAsync(Personal, Step("Searching", 1, null, "informative")))!["id"]!.GetValue<string>();

    private async Task<string> SendAsync(string conversation, JsonObject activity, string? inPlaceOf = null)
    {
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        string url = $"{Connector.ServiceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}/activities{(inPlaceOf is null ? "" : $"/{Uri.EscapeDataString(inPlaceOf)}")}";
        using var request = new HttpRequestMessage(inPlaceOf is null ? HttpMethod.Post : HttpMethod.Put, url) { Content = JsonContent.Create(activity) };
        using var response = await http.SendAsync(request, Stop);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private static JsonObject Message(string text, params JsonNode[] entities) => new() { ["type"] = "message", ["text"] = text, ["entities"] = new JsonArray(entities) };

    private static JsonObject Step(string text, int number, string? stream, string type = "streaming") => new() { ["type"] = "typing", ["text"] = text, ["entities"] = new JsonArray(Info(type, stream, number)) };

    private static JsonObject End(string text, string stream, JsonObject? label = null, int? number = null) => Message(text, [Info("final", stream, number), .. label is null ? Array.Empty<JsonNode>() : [label]]);

    private static JsonObject Info(string type, string? stream, int? number)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = type };
        if (stream is not null)
            info["streamId"] = stream;
        if (number is not null)
            info["streamSequence"] = number;
        return info;
    }

    private static JsonObject Label(params JsonNode[] claims) => new()
    {
        ["type"] = "https://schema.org/Message",
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["additionalType"] = new JsonArray("AIGeneratedContent"),
        ["citation"] = new JsonArray(claims),
    };

    private static JsonObject Claim(int position, string name = "Name", string words = "Words", string url = "https://news.example/1", params string[] keywords) => new()
    {
        ["@type"] = "Claim",
        ["position"] = position,
        ["appearance"] = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = name, ["abstract"] = words, ["url"] = url, ["keywords"] = new JsonArray([.. keywords.Select(word => JsonValue.Create(word))]) },
    };
}
