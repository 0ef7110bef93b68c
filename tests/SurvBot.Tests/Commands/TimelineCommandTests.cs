using System.Text.Json;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class TimelineCommandTests : IDisposable
{
    private static readonly ArticleDraft[] Megvii =
    [
        Newsroom.Draft("ban", "York banned the cameras of Megvii from its schools and libraries.", "2020-11-30"),
        Newsroom.Draft("round", "Megvii raised $40 million on Monday from a fund in Oslo that had courted it for years.", "2019-05-08", "CNN"),
        Newsroom.Draft("echo", "On May 6 Megvii raised some $40 million from the fund in Oslo.", "2019-05-09", "Wired"),
        Newsroom.Draft("plans", "Nobody knew of it then. Megvii opened a laboratory in Leeds in March 2018.", "2019-02-11"),
        Newsroom.Draft("other", "Clearview sold drones in 2019.", "2020-01-02"),
    ];

    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task A_program_gets_the_entries_in_order_each_with_its_date_its_precision_and_a_quote()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("timeline", "Megvii", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json.GetProperty("status").GetString().ShouldBe("answered");
        var entries = run.Json.GetProperty("timeline").EnumerateArray().ToList();
        entries.Select(entry => (Text(entry, "date"), Text(entry, "precision"), Text(entry, "text"))).ShouldBe(
        [
            ("2018-03", "month", "Megvii opened a laboratory in Leeds in March 2018."),
            ("2019-05-06", "day", "Megvii raised $40 million on Monday from a fund in Oslo that had courted it for years."),
            ("2020-11-30", "day", "York banned the cameras of Megvii from its schools and libraries."),
        ]);
        entries.Select(entry => string.Join(' ', entry.GetProperty("citations").EnumerateArray())).ShouldBe(["1", "2 3", "4"]);
        foreach (var entry in entries)
            Body(run, entry)[Quote(run, entry).Range].ShouldBe(Text(entry, "text"));
    }

    [Fact]
    public async Task A_person_gets_a_line_for_each_entry()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("timeline", "Megvii");
        run.ExitCode.ShouldBe(0, run.Errors);
        Places(run.Output, "Mar 2018: Megvii opened", "6 May 2019: Megvii raised $40 million on Monday", "30 Nov 2020 (published): York banned").ShouldBeInOrder();
    }

    [Theory]
    [InlineData("2019-05-06 2020-11-30", "--from", "2019")]
    [InlineData("2018-03 2019-05-06", "--to", "2019-05")]
    [InlineData("2018-03", "--to", "2019-05-05")]
    [InlineData("2019-05-06", "--from", "2018-04", "--to", "2020-11-29")]
    [InlineData("2018-03 2019-05-06", "--as-of", "2020-11-29")]
    [InlineData("2018-03 2019-05-06 2020-11-30", "--as-of", "2020")]
    public async Task A_period_or_another_day_to_ask_on_leaves_entries_out(string dates, params string[] options)
    {
        await survbot.IngestAsync(Megvii);
        (await DatesAsync(["timeline", "Megvii", .. options, "--json"])).ShouldBe(dates);
    }

    [Fact]
    public async Task Words_without_quotes_are_one_subject()
    {
        await survbot.IngestAsync(Newsroom.Draft("aid", "Rite Aid closed a shop in Leeds in 2019.", "2020-02-03"), Newsroom.Draft("rite", "The Rite of York was sung in 2018.", "2020-02-03"));
        (await DatesAsync("timeline", "Rite", "Aid", "--json")).ShouldBe("2019");
    }

    [Fact]
    public async Task Without_an_entry_the_exit_code_is_3()
    {
        await survbot.IngestAsync(Megvii);
        var run = await survbot.RunAsync("timeline", "Rekognition", "--json");
        run.ExitCode.ShouldBe(3);
        run.Json.TryGetProperty("timeline", out _).ShouldBeFalse();
        run.Json.GetProperty("abstention").GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        (await survbot.RunAsync("timeline", "Megvii", "--to", "2017")).ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData("--from", "soon")]
    [InlineData("--to", "2019-13")]
    [InlineData("--as-of", "yesterday")]
    public async Task A_wrong_date_is_one_clear_line(string option, string date)
    {
        (await survbot.RunAsync("timeline", "Megvii", option, date)).ShouldBeWrongUse($"{option} {date} is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant. See 'survbot timeline --help'.");
        survbot.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subject_has_to_be_named() =>
        (await survbot.RunAsync("timeline", " ")).ShouldBeWrongUse("Name a company, a place, a person or a technology. See 'survbot timeline --help'.");

    [Fact]
    public async Task The_order_in_which_the_articles_were_taken_in_changes_nothing()
    {
        ArticleDraft[] articles =
        [
            .. Megvii,
            Newsroom.Draft("copy", Megvii[0].Body, "2020-12-01", "Wired"),
            Newsroom.Draft("same-day", "Megvii sold 40 cameras to Leeds on May 6.", "2019-05-08", "CNN"),
            Newsroom.Draft("undated", "In 2019 Megvii sold drones to the town of York.", null, null),
        ];
        string expected = await ToldAsync(articles);
        expected.ShouldContain("undated");
        (await ToldAsync([.. articles.Reverse()])).ShouldBe(expected);
        (await ToldAsync([.. articles.Skip(5), .. articles.Take(5)])).ShouldBe(expected);
    }

    private static async Task<string> ToldAsync(ArticleDraft[] articles)
    {
        using var other = new CommandLine();
        foreach (var article in articles)
            await other.IngestAsync(article);
        var answer = (await other.RunAsync("timeline", "Megvii", "--json")).Json;
        return $"{answer.GetProperty("text")}\n{answer.GetProperty("timeline")}\n{answer.GetProperty("citations")}";
    }

    private async Task<string> DatesAsync(params string[] arguments) => string.Join(' ', (await survbot.RunAsync(arguments)).Json.GetProperty("timeline").EnumerateArray().Select(entry => Text(entry, "date")));

    private static (string Url, Range Range) Quote(CommandRun run, JsonElement entry)
    {
        var citation = run.Json.GetProperty("citations")[entry.GetProperty("citations")[0].GetInt32() - 1];
        var quote = citation.GetProperty("quotes").EnumerateArray().Single(quote => Text(quote, "text") == Text(entry, "text"));
        return (Text(citation, "url"), quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32());
    }

    private static string Body(CommandRun run, JsonElement entry) => Megvii.Single(article => article.Url == Quote(run, entry).Url).Body;

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static IEnumerable<int> Places(string text, params string[] parts) => parts.Select(part => text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? at : throw new ShouldAssertException($"\"{part}\" is not in\n{text}"));
}
