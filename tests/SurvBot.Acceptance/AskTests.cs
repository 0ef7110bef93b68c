using System.Text.Json;

namespace SurvBot.Acceptance;

/// <summary>Questions on a fresh machine, which are answered from the starter corpus.</summary>
public sealed class AskTests : IDisposable
{
    private const string SenseTime = "Who led SenseTime's 2018 funding round?";

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task The_first_question_is_answered_from_the_starter_corpus_and_that_is_said_once()
    {
        var first = await survbot.RunAsync("ask", SenseTime);
        first.ExitCode.ShouldBe(0);
        first.Output.ShouldContain("Alibaba");
        first.Output.ShouldContain("Sources\n[1] SurvBot brief, after ");
        first.Errors.ShouldContain("loaded the starter corpus");
        (await survbot.RunAsync("ask", SenseTime)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_gets_one_object_whose_markers_resolve()
    {
        var run = await survbot.RunAsync("ask", SenseTime, "--json");
        var answer = JsonElement.Parse(run.Output);
        answer.GetProperty("status").GetString().ShouldBe("answered");
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
            answer.GetProperty("text").GetString()!.ShouldContain($"[{citation.GetProperty("n").GetInt32()}]");
        answer.GetProperty("citations").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_the_articles_do_not_say_is_exit_code_3()
    {
        var run = await survbot.RunAsync("ask", "Who won the 2022 World Cup?", "--json");
        JsonElement.Parse(run.Output).GetProperty("citations").GetArrayLength().ShouldBe(0);
        run.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_published_later_is_not_known()
    {
        var answer = JsonElement.Parse((await survbot.RunAsync("ask", SenseTime, "--json", "--as-of", "2017")).Output);
        answer.GetProperty("asOf").GetString()!.ShouldStartWith("2017-12-31T23:59:59");
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
            string.CompareOrdinal(citation.GetProperty("publishedAt").GetString(), "2018").ShouldBeLessThan(0);
    }

    [Fact]
    public async Task A_batch_answers_line_by_line_and_exits_0()
    {
        string questions = survbot.Write("questions.jsonl",
            $$"""{"id":"a","question":"{{SenseTime}}"}""", "[]", """{"id":"b","question":"Who won the 2022 World Cup?","history":[{"question":"What is football?","answer":"A game."}]}""");
        var run = await survbot.RunAsync("ask", "--batch", questions, "--out", "answers.jsonl");
        run.ExitCode.ShouldBe(0);
        var lines = (await File.ReadAllLinesAsync(Path.Combine(survbot.Folder, "answers.jsonl"), TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line)).ToList();
        lines.Count.ShouldBe(3);
        lines[0].GetProperty("answer").GetProperty("question").GetString().ShouldBe(SenseTime);
        lines[1].GetProperty("error").GetString().ShouldBe("line 2: not a JSON object");
        lines[2].GetProperty("id").GetString().ShouldBe("b");
    }
}
