namespace SurvBot.Acceptance;

/// <summary>An answer is asked for, and accounted for later.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string SenseTime = "Who led SenseTime's 2018 funding round?";

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task What_was_answered_is_shown_and_asked_again()
    {
        var answer = (await survbot.RunAsync("ask", SenseTime, "--json")).Json;
        string id = answer.GetProperty("id").GetString()!;
        (await survbot.RunAsync("replay")).Output.ShouldMatch($@"\A{id} \d{{4}}-\d\d-\d\d \d\d:\d\d {SenseTime.Replace("?", @"\?")}\n\z");

        var shown = await survbot.RunAsync("replay", id, "--run");
        shown.ExitCode.ShouldBe(0, shown.Errors);
        shown.Output.ShouldStartWith($"Receipt {id}\n");
        shown.Output.ShouldContain("Alibaba");
        shown.Output.ShouldContain("still there word for word");
        shown.Output.ShouldContain("\nAsked again\nThe same answer.\n");

        var json = (await survbot.RunAsync("replay", id, "--json")).Json;
        json.GetProperty("receipt").GetProperty("answer").GetProperty("text").GetString().ShouldBe(answer.GetProperty("text").GetString());
        json.GetProperty("receipt").GetProperty("answer").GetProperty("diagnostics").GetProperty("passages").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_article_that_was_removed_is_told_and_asked_again_it_is_not_quoted()
    {
        var answer = (await survbot.RunAsync("ask", SenseTime, "--json")).Json;
        string id = answer.GetProperty("id").GetString()!;
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
            (await survbot.RunAsync("articles", "remove", citation.GetProperty("url").GetString()!)).ExitCode.ShouldBe(0);

        var markdown = await survbot.RunAsync("replay", id, "--run", "--markdown");
        markdown.ExitCode.ShouldBe(0, markdown.Errors);
        markdown.Output.ShouldStartWith($"# Receipt {id}\n");
        markdown.Output.ShouldContain(": the article is no longer in the corpus\n");
        markdown.Output.ShouldContain("\nAnother answer.\n");
        markdown.Output.ShouldContain("\n- **Gone** ");
    }

    [Fact]
    public async Task Nobody_has_asked_and_no_such_receipt_are_each_one_line()
    {
        (await survbot.RunAsync("replay", "a1")).ShouldFailInOneLine().ShouldStartWith("Nobody has asked anything in ");
        await survbot.RunAsync("ask", SenseTime);
        (await survbot.RunAsync("replay", "a1")).ShouldFailInOneLine().ShouldBe("There is no receipt a1: 'survbot replay' lists the last ones.");
    }
}
