using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class AskSinceTests : IDisposable
{
    private const string Question = "What is known about Megvii?";

    private static readonly ArticleDraft[] Megvii =
    [
        Newsroom.Draft("count", "Megvii has sold 300 cameras to schools across the county. York banned Megvii from its libraries in 2019.", "2020-02-03"),
        Newsroom.Draft("recount", "Megvii has by now sold 900 cameras to schools across the county. York banned Megvii from its libraries in 2019.", "2021-05-12", "CNN"),
        Newsroom.Draft("leeds", "Leeds sued Megvii over photographs of children on Monday.", "2021-04-14", "Wired"),
        Newsroom.Draft("fix", "Megvii is a maker of cameras. Correction: An earlier version of this story said that Megvii was founded in Leeds.", "2021-03-03", "CNN"),
    ];

    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task A_program_is_told_what_is_new_updated_and_corrected()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("ask", Question, "--since", "2021-03", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        var entries = run.Json.GetProperty("timeline").EnumerateArray().ToList();
        entries.Select(entry => $"{entry.GetProperty("change")} {entry.GetProperty("date")}").ShouldBe(["corrected 2021-03-03", "new 2021-04-12", "updated 2021-05-12"]);
        entries[2].GetProperty("text").GetString()!.ShouldContain("900 cameras");
        entries[2].GetProperty("before").GetProperty("text").GetString()!.ShouldContain("300 cameras");
        run.Json.GetProperty("interpretation").GetProperty("intent").GetString().ShouldBe("changes");
    }

    [Fact]
    public async Task Asked_twice_the_changes_are_the_same()
    {
        await survbot.IngestAsync(Megvii);
        string[] runs = [await ChangesAsync("2021-03-01"), await ChangesAsync("2021-03-01")];
        runs[1].ShouldBe(runs[0]);
        // A later date takes away what had changed before it.
        (await ChangesAsync("2021-04")).ShouldNotContain("corrected");
    }

    [Fact]
    public async Task A_person_reads_how_much_has_changed_and_how()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("ask", Question, "--since", "2021-03-01");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Since 1 Mar 2021: 1 new, 1 updated, 1 corrected on Megvii.");
    }

    [Fact]
    public async Task Where_nothing_has_changed_the_exit_code_is_3()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("ask", Question, "--since", "2021-05-20");
        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("Since 20 May 2021: nothing new on Megvii is in the corpus.");
    }

    [Fact]
    public async Task Every_question_of_a_batch_is_asked_since_then()
    {
        await survbot.IngestAsync(Megvii);
        await survbot.WriteAsync("questions.jsonl", $$"""{"id":"a","question":"{{Question}}"}""", """{"id":"b","question":"What is known about Leeds?"}""");
        var run = await survbot.RunAsync("ask", "--batch", "questions.jsonl", "--out", "answers.jsonl", "--since", "2021-04");
        run.ExitCode.ShouldBe(0, run.Errors);
        (await survbot.ReadAsync("answers.jsonl")).Select(line => line.GetProperty("answer").GetProperty("text").GetString()!.Split('\n')[0]).ShouldBe(["Since Apr 2021: 1 new, 1 updated on Megvii.", "Since Apr 2021: 1 new on Leeds."]);
    }

    [Theory]
    [InlineData("last-week")]
    [InlineData("2021-02-30")]
    public async Task A_wrong_date_is_one_clear_line(string date)
    {
        (await survbot.RunAsync("ask", Question, "--since", date)).ShouldBeWrongUse($"--since {date} is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant. See 'survbot ask --help'.");
        survbot.Files.ShouldBeEmpty();
    }

    private async Task<string> ChangesAsync(string since) => (await survbot.RunAsync("ask", Question, "--since", since, "--json")).Json.GetProperty("timeline").GetRawText();
}
