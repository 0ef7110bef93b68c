using System.Net.Http.Json;
using System.Text.Json;

namespace SurvBot.Acceptance.Web;

/// <summary>What the page and programs were answered, as whoever runs the server accounts for it.</summary>
public sealed class ReceiptTests(ServedSurvBot served) : IClassFixture<ServedSurvBot>
{
    private const string SenseTime = "Who led SenseTime's 2018 funding round?";

    private readonly Guid user = Guid.NewGuid();

    [Fact]
    public async Task A_reply_has_a_receipt_until_its_reader_has_it_forgotten()
    {
        var reply = (await served.AskAsync(user, Guid.NewGuid(), Guid.NewGuid(), SenseTime))[^1].Data;
        string id = reply.GetProperty("id").GetString()!;
        var run = await served.SurvBot.RunAsync("replay", id, "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json.GetProperty("receipt").GetProperty("question").GetProperty("text").GetString().ShouldBe(SenseTime);

        using var forgotten = await served.SendAsync(HttpMethod.Delete, "api/v1/conversations", user);
        forgotten.EnsureSuccessStatusCode();
        (await served.SurvBot.RunAsync("replay", id)).ShouldFailInOneLine().ShouldStartWith("There is no receipt ");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task An_answer_outside_of_a_conversation_has_one_too_and_it_is_its_askers(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{served.Url}api/v1/ask")) { Content = JsonContent.Create(new { question = SenseTime }) };
        request.Headers.Add("X-SurvBot-User", user.ToString());
        request.Headers.Accept.ParseAdd(accept);
        using var response = await served.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string last = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        string id = JsonElement.Parse(last.StartsWith("data: ", StringComparison.Ordinal) ? last["data: ".Length..] : last).GetProperty("id").GetString()!;
        (await served.SurvBot.RunAsync("replay", id)).ExitCode.ShouldBe(0);

        (await served.SurvBot.RunAsync("forget", "--user", user.ToString())).Output.ShouldBe("Forgot 1 question and its answer.\n");
        (await served.SurvBot.RunAsync("replay", id)).ExitCode.ShouldBe(1);
    }
}
