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
    public async Task Nothing_is_written_but_in_the_data_folder()
    {
        string home = Path.Combine(survbot.Folder, "home");
        Directory.CreateDirectory(home);
        survbot.Environment["HOME"] = home;
        survbot.Environment["XDG_CACHE_HOME"] = null;
        (await survbot.RunAsync("ask", SenseTime)).ExitCode.ShouldBe(0);
        Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_embedding_model_the_words_answer_and_that_is_said()
    {
        survbot.Environment["SurvBot__Embedding__ModelPath"] = "none";
        var run = await survbot.RunAsync("ask", SenseTime);
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Alibaba");
        run.Errors.ShouldContain("Embedding:ModelPath");
        (await survbot.RunAsync("ask", "Who won the 2022 World Cup?")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_program_gets_one_object_whose_markers_resolve()
    {
        var run = await survbot.RunAsync("ask", SenseTime, "--json");
        var answer = run.Json;
        answer.GetProperty("status").GetString().ShouldBe("answered");
        answer.GetProperty("text").GetString()!.ShouldContain("Alibaba");
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
            answer.GetProperty("text").GetString()!.ShouldContain($"[{citation.GetProperty("n").GetInt32()}]");
        answer.GetProperty("citations").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_quote_is_the_article_s_own_words_where_it_says()
    {
        var citations = (await survbot.RunAsync("ask", SenseTime, "--json")).Json.GetProperty("citations").EnumerateArray().ToList();
        foreach (var citation in citations)
        {
            string body = (await survbot.RunAsync("articles", "show", citation.GetProperty("url").GetString()!, "--json")).Json.GetProperty("body").GetString()!;
            foreach (var quote in citation.GetProperty("quotes").EnumerateArray())
                body[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()].ShouldBe(quote.GetProperty("text").GetString());
        }
        citations.Sum(citation => citation.GetProperty("quotes").GetArrayLength()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_the_articles_do_not_say_is_exit_code_3()
    {
        var run = await survbot.RunAsync("ask", "Who won the 2022 World Cup?", "--json");
        run.ExitCode.ShouldBe(3);
        run.Json.GetProperty("citations").GetArrayLength().ShouldBe(0);
        var nearest = run.Json.GetProperty("abstention").GetProperty("nearest").EnumerateArray().ToList();
        nearest.ShouldNotBeEmpty();
        nearest.ShouldAllBe(article => article.GetProperty("publishedAt").GetString()!.Length >= "2018".Length && article.GetProperty("url").GetString()!.StartsWith("https://"));
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
    public async Task A_batch_line_is_understood_from_the_turns_before_it()
    {
        string questions = survbot.Write("questions.jsonl",
            $$"""{"id":"thread","question":"Who led it?","history":[{"question":"How much did SenseTime raise in its 2018 funding round?","answer":"SenseTime raised 600 million dollars."}]}""",
            """{"id":"alone","question":"Who led it?"}""");
        await survbot.RunAsync("ask", "--batch", questions, "--out", "answers.jsonl");
        var answers = (await File.ReadAllLinesAsync(Path.Combine(survbot.Folder, "answers.jsonl"), TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line).GetProperty("answer")).ToList();
        answers[0].GetProperty("standaloneQuestion").GetString()!.ShouldContain("SenseTime");
        answers[0].GetProperty("text").GetString()!.ShouldContain("Alibaba");
        answers[1].GetProperty("standaloneQuestion").GetString().ShouldBe("Who led it?");
    }

    [Fact]
    public async Task A_first_question_that_was_killed_leaves_no_half_starter_corpus()
    {
        using (var process = survbot.Start("ask", SenseTime))
        {
            while (!process.HasExited && await StoredAsync() == 0)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            process.Kill();
        }
        await survbot.RunAsync("ask", SenseTime);
        int after = await StoredAsync();

        await survbot.RunAsync("ask", SenseTime, "--data", "whole");
        after.ShouldBe((await survbot.RunAsync("articles", "list", "--json", "--data", "whole")).Json.GetArrayLength());
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

    private async Task<int> StoredAsync() => await survbot.RunAsync("articles", "list", "--json") is { ExitCode: 0 } run ? run.Json.GetArrayLength() : 0;
}
