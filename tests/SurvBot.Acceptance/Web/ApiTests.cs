using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SurvBot.Acceptance.Web;

/// <summary>The HTTP API that the page uses, as a program sees it.</summary>
public sealed class ApiTests(ServedSurvBot served) : IClassFixture<ServedSurvBot>
{
    private const string SenseTime = "Who led SenseTime's 2018 funding round?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly Guid user = Guid.NewGuid(), conversation = Guid.NewGuid();

    [Fact]
    public async Task A_program_asks_and_gets_the_answer_contract()
    {
        var answer = await PostAsync(new { question = SenseTime });
        answer.GetProperty("status").GetString().ShouldBe("answered");
        answer.GetProperty("text").GetString()!.ShouldContain("Alibaba");
        answer.GetProperty("citations")[0].GetProperty("sourceKind").GetString().ShouldBe("brief");
    }

    [Fact]
    public async Task As_of_a_day_before_the_news_there_is_no_answer()
    {
        var answer = await PostAsync(new { question = SenseTime, asOf = "2017-01-01" });
        answer.GetProperty("status").GetString().ShouldBeOneOf("notFound", "outOfScope");
        answer.GetProperty("asOf").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2017, 1, 2, 0, 0, 0, TimeSpan.Zero).AddTicks(-1));
    }

    [Fact]
    public async Task A_question_in_a_conversation_streams_steps_and_ends_with_the_reply()
    {
        var events = await served.AskAsync(user, conversation, Guid.NewGuid(), SenseTime);
        events[0].Name.ShouldBe("accepted");
        events[^1].Name.ShouldBe("reply");
        events.Count(step => step.Name == "partial").ShouldBeGreaterThan(1);
        Text(events[^1].Data).ShouldContain("Alibaba");
        Kinds(events[^1].Data).ShouldBe(["paragraph", "evidenceStrip", "sources", "followUps", "feedbackRequest"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_message_again_is_the_same_reply_and_one_turn()
    {
        var message = Guid.NewGuid();
        var first = await served.AskAsync(user, conversation, message, SenseTime);
        var again = await served.AskAsync(user, conversation, message, SenseTime);
        again[^1].Data.GetRawText().ShouldBe(first[^1].Data.GetRawText());
        (await TurnsAsync()).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Several_listeners_of_one_question_all_hear_the_reply()
    {
        var message = Guid.NewGuid();
        var heard = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => served.AskAsync(user, conversation, message, SenseTime)));
        heard.Select(events => events[^1].Name).ShouldAllBe(name => name == "reply");
        (await TurnsAsync()).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_conversation()
    {
        await served.AskAsync(user, conversation, Guid.NewGuid(), "What did the FTC do to Rite Aid?");
        var events = await served.AskAsync(user, conversation, Guid.NewGuid(), "When was that?");
        Text(events[^1].Data).ShouldContain("Rite Aid");
    }

    [Fact]
    public async Task A_conversation_is_its_asker_s_alone()
    {
        await served.AskAsync(user, conversation, Guid.NewGuid(), SenseTime);
        using var stranger = await served.SendAsync(HttpMethod.Get, $"api/v1/conversations/{conversation}", Guid.NewGuid());
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = await served.Http.GetAsync(new Uri($"{served.Url}api/v1/conversations"), Stop);
        nobody.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Feedback_is_kept_for_one_s_own_replies_only()
    {
        var events = await served.AskAsync(user, conversation, Guid.NewGuid(), SenseTime);
        string path = $"api/v1/replies/{events[^1].Data.GetProperty("id").GetString()}/feedback";
        (await StatusAsync(HttpMethod.Post, path, user, new { verdict = "outOfDate", reason = "see the newer round" })).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(HttpMethod.Post, path, Guid.NewGuid(), new { verdict = "helpful" })).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(HttpMethod.Post, path, user, new { verdict = "splendid" })).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(HttpMethod.Post, path, user, new { })).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_forgotten_conversation_is_nowhere_on_the_disk()
    {
        await served.AskAsync(user, conversation, Guid.NewGuid(), "What is said about quetzalcoatlus cameras?");
        (await StatusAsync(HttpMethod.Delete, $"api/v1/conversations/{conversation}", user)).ShouldBe(HttpStatusCode.NoContent);
        HoldsOnDisk("quetzalcoatlus").ShouldBeFalse();
    }

    [Fact]
    public async Task Forget_from_the_command_line_leaves_no_byte_while_the_server_runs()
    {
        await served.AskAsync(user, conversation, Guid.NewGuid(), "Who filmed the xoloitzcuintli parade?");
        HoldsOnDisk("xoloitzcuintli").ShouldBeTrue();
        var run = await served.SurvBot.RunAsync("forget", "--user", user.ToString());
        (run.ExitCode, run.Output).ShouldBe((0, "Forgot 1 question and its answer.\n"));
        HoldsOnDisk("xoloitzcuintli").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"question":""", "not the JSON")]
    [InlineData("""{"question":"  "}""", "\"question\" is empty")]
    [InlineData("""{"question":"Who?","asOf":"soon"}""", "not a date")]
    [InlineData("""{"question":"Who?","conversation":"7f8a3b3e-0000-4000-8000-000000000000"}""", "together")]
    [InlineData("""{"question":7}""", "not the JSON")]
    public async Task A_bad_question_gets_one_line(string body, string expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await served.Http.PostAsync(new Uri($"{served.Url}api/v1/ask"), content, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorAsync(response)).ShouldContain(expected);
    }

    [Fact]
    public async Task A_question_of_a_megabyte_is_refused_and_one_of_five_thousand_characters_too()
    {
        using var huge = new HttpRequestMessage(HttpMethod.Post, new Uri($"{served.Url}api/v1/ask")) { Content = new StringContent($$"""{"question":"{{new string('x', 1 << 20)}}"}""", Encoding.UTF8, "application/json") };
        huge.Headers.ExpectContinue = true; // the server hangs up on what it refuses: who is still sending then may not hear why
        using var refused = await served.Http.SendAsync(huge, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var longer = await served.Http.PostAsJsonAsync(new Uri($"{served.Url}api/v1/ask"), new { question = new string('x', 5000) }, Stop);
        (await ErrorAsync(longer)).ShouldContain("fewer words");
    }

    [Fact]
    public async Task Search_and_articles_say_what_is_there()
    {
        var found = await GetAsync("api/v1/search?query=Rite+Aid&top=3");
        found.GetProperty("hits")[0].GetProperty("article").GetProperty("title").GetString()!.ShouldContain("Rite Aid");
        var articles = await GetAsync("api/v1/articles?take=2");
        articles.GetProperty("articles").GetArrayLength().ShouldBe(2);
        articles.GetProperty("total").GetInt32().ShouldBeGreaterThan(45);
    }

    [Fact]
    public async Task Every_first_question_is_answered()
    {
        var questions = (await GetAsync("api/v1/start")).GetProperty("questions").EnumerateArray().Select(question => question.GetString()!).ToList();
        questions.Count.ShouldBe(4);
        foreach (string question in questions)
            (await PostAsync(new { question })).GetProperty("status").GetString().ShouldBe("answered", question);
    }

    [Fact]
    public async Task The_api_is_described()
    {
        var paths = (await GetAsync("openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        paths.ShouldBe(["/api/v1/ask", "/api/v1/search", "/api/v1/articles", "/api/v1/start", "/api/v1/conversations", "/api/v1/conversations/{id}", "/api/v1/replies/{id}/feedback"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Host", "evil.example", 421)]
    [InlineData("X-Forwarded-For", "203.0.113.7", 401)]
    [InlineData("Forwarded", "for=203.0.113.7", 401)]
    public async Task A_tunnel_or_another_name_is_not_this_machine(string header, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{served.Url}api/v1/start"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await served.Http.SendAsync(request, Stop);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Another_site_s_page_may_not_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{served.Url}api/v1/ask")) { Content = JsonContent.Create(new { question = SenseTime }) };
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await served.Http.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_lets_no_one_else_s_script_in()
    {
        using var page = await served.Http.GetAsync(new Uri(served.Url), Stop);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        string html = await page.Content.ReadAsStringAsync(Stop);
        html.ShouldNotContain("//", customMessage: "the page names no other server");
    }

    private async Task<JsonElement> PostAsync(object body)
    {
        using var response = await served.Http.PostAsJsonAsync(new Uri($"{served.Url}api/v1/ask"), body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await served.Http.GetStringAsync(new Uri($"{served.Url}{path}")));

    private async Task<JsonElement> TurnsAsync()
    {
        using var response = await served.SendAsync(HttpMethod.Get, $"api/v1/conversations/{conversation}", user);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("turns");
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, Guid asker, object? body = null)
    {
        using var response = await served.SendAsync(method, path, asker, body);
        return response.StatusCode;
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("error").GetProperty("message").GetString()!;

    private static string Text(JsonElement reply) => string.Concat(reply.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("kind").GetString() == "paragraph")
        .SelectMany(block => block.GetProperty("spans").EnumerateArray()).Select(span => span.TryGetProperty("text", out var text) ? text.GetString() : ""));

    private static IEnumerable<string?> Kinds(JsonElement reply) => reply.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("kind").GetString()).Distinct();

    private bool HoldsOnDisk(string words) => Directory.GetFiles(served.SurvBot.Data).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });
}
