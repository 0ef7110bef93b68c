using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Evaluation.SlotPairs;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Evaluation.SlotPairs;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class EvalPairsCommandTests : IDisposable
{
    private static readonly ArticleDraft Forty = SomePairs.Article("forty", "Lumora sold its cameras to 40 towns.");
    private static readonly ArticleDraft Sixty = SomePairs.Article("sixty", "Lumora sold its cameras to 60 towns.");
    private static readonly ArticleDraft Ninety = SomePairs.Article("ninety", "Lumora sold its cameras to 90 towns.", "2018-03-04");
    private static readonly ArticleDraft Strike = SomePairs.Article("strike", "A strike at Lumora kept 30 guards from work.");

    private static readonly SlotPair[] Pairs =
    [
        SomePairs.Pair(Forty, Sixty, PairLabel.Conflict),
        SomePairs.Pair(Forty, Strike, PairLabel.Conflict),
        SomePairs.Pair(Sixty, Forty, PairLabel.Different),
        SomePairs.Pair(Forty, Forty, PairLabel.Same),
        SomePairs.Pair(Sixty, Ninety, PairLabel.Development),
        SomePairs.Pair(Forty, SomePairs.Article("absent", "Lumora sold its cameras to 70 towns."), PairLabel.Conflict),
        SomePairs.Pair(Forty, Sixty with { Body = Sixty.Body.Replace("60", "50") }, PairLabel.Conflict),
    ];

    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task A_program_gets_the_counts_without_pairs_that_are_absent_or_whose_text_has_changed()
    {
        await PrepareAsync();
        var run = await survbot.RunAsync("eval", "pairs", "pairs.jsonl", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonElement.DeepEquals(run.Json, JsonElement.Parse("""{"pairs":5,"absent":2,"conflicts":2,"found":1,"false":1,"same":1,"sameFlagged":0,"developments":1,"developmentsFound":1,"f1":0.5}""")).ShouldBeTrue(run.Output);
    }

    [Fact]
    public async Task A_person_gets_them_in_one_line()
    {
        await PrepareAsync();
        (await survbot.RunAsync("eval", "pairs", "pairs.jsonl")).Output
            .ShouldBe("5 pairs (2 not in this corpus): 1 of 2 conflicts found, 1 called so wrongly, F1 0.500; 0 of 1 same values flagged; 1 of 1 developments found\n");
    }

    [Fact]
    public async Task The_details_hold_each_pair_with_its_verdict_and_its_sentences()
    {
        await PrepareAsync();
        (await survbot.RunAsync("eval", "pairs", "pairs.jsonl", "--details", "details.jsonl")).ExitCode.ShouldBe(0);
        var details = await survbot.ReadAsync("details.jsonl");
        details.Select(line => $"{line.GetProperty("pair").GetProperty("label")} {line.GetProperty("verdict")}").ShouldBe(["conflict conflict", "conflict unrelated", "different conflict", "same same", "development development"]);
        details[0].GetProperty("one").GetProperty("text").GetString().ShouldBe("Lumora sold its cameras to 40 towns.");
        details[0].GetProperty("other").GetProperty("claims")[0].GetProperty("wording").GetString().ShouldBe("60 towns");
    }

    [Theory]
    [InlineData("{", "not a pair of sentences")]
    [InlineData("""{"kind":"money","label":"same"}""", "a pair has \"kind\", \"one\", \"other\" and \"label\"")]
    public async Task A_bad_line_is_named_with_its_number_blank_lines_counted(string line, string error)
    {
        await PrepareAsync("", line);
        (await survbot.RunAsync("eval", "pairs", "pairs.jsonl")).ShouldBeWrongUse($"pairs.jsonl, line 9: {error}. See 'survbot eval pairs --help'.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_line()
    {
        await survbot.IngestAsync(Forty);
        (await survbot.RunAsync("eval", "pairs", "nowhere.jsonl")).ShouldBeWrongUse("There is no file nowhere.jsonl. See 'survbot eval pairs --help'.");
    }

    [Fact]
    public async Task Without_articles_the_fix_is_named_and_nothing_is_made()
    {
        await survbot.WriteAsync("pairs.jsonl", []);
        var run = await survbot.RunAsync("eval", "pairs", "pairs.jsonl");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("run 'survbot ingest PATH' first");
        survbot.Files.ShouldBe(["pairs.jsonl"]);
    }

    private async Task PrepareAsync(params string[] more)
    {
        await survbot.IngestAsync(Forty, Sixty, Ninety, Strike);
        await survbot.WriteAsync("pairs.jsonl", [.. Pairs.Select(pair => JsonSerializer.Serialize(pair, AnswerJson.Compact)), .. more]);
    }
}
