namespace SurvBot.Acceptance;

/// <summary>What a person meets who types something, before there is any article.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("search", "--help")]
    [InlineData("ingest", "--help")]
    [InlineData("eval", "--help")]
    [InlineData("articles", "--help")]
    [InlineData("articles", "remove", "--help")]
    [InlineData("replay", "--help")]
    [InlineData("package", "--help")]
    [InlineData("package", "teams", "--help")]
    [InlineData("package", "slack", "--help")]
    [InlineData("doctor", "--help")]
    [InlineData("doctor", "teams", "--help")]
    [InlineData("doctor", "slack", "--help")]
    public async Task Help_names_the_program_and_gives_examples(params string[] arguments)
    {
        var run = await survbot.RunAsync(arguments);
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Usage:\n  survbot");
        run.Output.ShouldContain($"Examples:\n  survbot {string.Join(' ', arguments[..^1])}".TrimEnd());
        run.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var run = await survbot.RunAsync("--version");
        run.Output.ShouldMatch(@"\Asurvbot \d+\.\d+\.\d+\n\z");
        run.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("There is no option --frobnicate.", "survbot ask", "ask", "Who?", "--frobnicate")]
    [InlineData("Unrecognized command or argument 'answer'.", "survbot", "answer")]
    [InlineData("Give a question in quotes, or --batch FILE --out FILE.", "survbot ask", "ask")]
    [InlineData("--batch needs --out FILE.", "survbot ask", "ask", "--batch", "questions.jsonl")]
    [InlineData("There is no file questions.jsonl.", "survbot ask", "ask", "--batch", "questions.jsonl", "--out", "answers.jsonl")]
    [InlineData("--as-of soon is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant.", "survbot ask", "ask", "Who?", "--as-of", "soon")]
    [InlineData("--top takes a whole number from 1 to 1000.", "survbot search", "search", "x", "--top", "many")]
    [InlineData("There is no file or folder nowhere.jsonl; nothing was ingested.", "survbot ingest", "ingest", "nowhere.jsonl")]
    [InlineData("Required argument missing for option: '--data'.", "survbot search", "search", "x", "--data")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(string message, string command, params string[] arguments)
    {
        var run = await survbot.RunAsync(arguments);
        run.ErrorLines.ShouldBe([$"{message} See '{command} --help'."]);
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(2);
        Directory.GetFileSystemEntries(survbot.Folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("search", "cameras")]
    [InlineData("articles", "list")]
    [InlineData("articles", "remove", "https://news.example/a")]
    public async Task Where_there_are_no_articles_the_fix_is_named_and_nothing_is_made(params string[] arguments)
    {
        var run = await survbot.RunAsync(arguments);
        run.ErrorLines.ShouldBe([$"There are no articles in {Path.Combine(survbot.Folder, ".survbot")}: run 'survbot ingest PATH' first, or name another folder with --data."]);
        run.ExitCode.ShouldBe(1);
        Directory.GetFileSystemEntries(survbot.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_data_folder_is_named_by_an_option_before_the_environment()
    {
        survbot.Environment["SURVBOT_DATA"] = "from-environment";
        (await survbot.RunAsync("search", "x")).Errors.ShouldContain("from-environment");
        (await survbot.RunAsync("search", "x", "--data", "from-option")).Errors.ShouldContain("from-option");
    }

    [Fact]
    public async Task A_corrupt_corpus_is_one_line()
    {
        Directory.CreateDirectory(Path.Combine(survbot.Folder, ".survbot"));
        survbot.Write(".survbot/corpus.db", "this is no database, however long one looks at it");
        var run = await survbot.RunAsync("search", "x");
        run.ErrorLines.Count.ShouldBe(1);
        run.Errors.ShouldContain("is damaged or was not written by SurvBot");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_trace_is_printed_only_on_request()
    {
        survbot.Environment["SURVBOT_TRACE"] = "1";
        (await survbot.RunAsync("search", "x")).Errors.ShouldContain("   at SurvBot.");
    }
}
