using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Generation.Models.StandIn;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Question = "Who bought cameras in March 2018?";

    private static readonly ArticleDraft Leeds = Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018. The cameras cost 2,000 pounds each.", "2018-04-02");

    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task What_was_asked_is_listed_and_shown_with_its_quotes()
    {
        string id = await AskedAsync();
        var listed = await survbot.RunAsync("replay");
        (listed.ExitCode, listed.Output).ShouldBe((0, $"{id} 2021-06-01 09:00 {Question}\n"));
        var shown = await survbot.RunAsync("replay", id);
        shown.ExitCode.ShouldBe(0, shown.Errors);
        shown.Output.ShouldStartWith($"Receipt {id}\n");
        shown.Output.ShouldMatch(@"\nCorpus +version \d+, 1 articles, last ingest 2021-06-01 09:00:00 UTC\n");
        shown.Output.ShouldContain("“Leeds bought 40 cameras in March 2018.” 0–38: still there word for word");
        shown.Output.ShouldNotContain("Asked again");
    }

    [Fact]
    public async Task An_article_that_has_changed_or_gone_is_told()
    {
        string id = await AskedAsync();
        await survbot.IngestAsync(Leeds with { Body = $"Correction below. {Leeds.Body}" });
        (await survbot.RunAsync("replay", id)).Output.ShouldContain("0–38: still there word for word, now from 18 on");
        await survbot.IngestAsync(Leeds with { Body = "Leeds bought 30 cameras in March 2018. The cameras cost 2,000 pounds each." });
        (await survbot.RunAsync("replay", id)).Output.ShouldContain("0–38: the article has changed and no longer says so");
        (await survbot.RunAsync("articles", "remove", Leeds.Url)).ExitCode.ShouldBe(0);
        (await survbot.RunAsync("replay", id)).Output.ShouldContain("0–38: the article is no longer in the corpus");
    }

    [Fact]
    public async Task Asked_again_the_answer_is_the_same_until_the_articles_say_something_else()
    {
        string id = await AskedAsync();
        var same = (await survbot.RunAsync("replay", id, "--run", "--json")).Json.GetProperty("rerun");
        (same.GetProperty("isSame").GetBoolean(), same.GetProperty("new").GetArrayLength(), same.GetProperty("gone").GetArrayLength()).ShouldBe((true, 0, 0));
        await survbot.IngestAsync(Leeds with { Body = "Leeds bought 30 cameras in March 2018. The cameras cost 2,000 pounds each." });
        var other = await survbot.RunAsync("replay", id, "--run");
        other.ExitCode.ShouldBe(0, other.Errors);
        other.Output.ShouldContain("Another answer.");
        other.Output.ShouldMatch(@"\nNew +Leeds bought 30 cameras in March 2018\.\n");
        other.Output.ShouldMatch(@"\nGone +Leeds bought 40 cameras in March 2018\.\n");
    }

    [Fact]
    public async Task It_is_asked_again_at_its_own_instant()
    {
        string id = await AskedAsync("--as-of", "2018-05");
        await survbot.IngestAsync(Newsroom.Draft("york", "York bought 50 cameras in March 2018.", "2018-06-02"));
        (await survbot.RunAsync("replay", id, "--run", "--json")).Json.GetProperty("rerun").GetProperty("isSame").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_receipt_is_exported_as_JSON_and_as_Markdown()
    {
        string id = await AskedAsync();
        var json = (await survbot.RunAsync("replay", id, "--json")).Json;
        json.GetProperty("receipt").GetProperty("answer").GetProperty("diagnostics").GetProperty("passages")[0].GetProperty("revision").GetInt32().ShouldBe(1);
        json.GetProperty("quotes")[0].GetProperty("standing").GetString().ShouldBe("unchanged");
        (await survbot.RunAsync("replay", id, "--markdown")).Output.ShouldStartWith($"# Receipt {id}\n\n## Question\n\n- **Question** {Question}\n");
        (await survbot.RunAsync("replay", "--json")).Json[0].GetProperty("id").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task Which_model_wrote_with_what_prompt_over_which_passages_is_told()
    {
        await using var standIn = await ModelStandIn.StartAsync();
        standIn.Reply(_ => "In March 2018 Leeds bought 40 cameras. [1]");
        var options = new ModelOptions { Provider = "azure", Endpoint = standIn.Address, Name = "desk", ApiKey = ModelStandIn.Key };
        using var written = new CommandLine { Replace = services => services.RemoveAll<ModelOptions>().AddModel(options, _ => null) };
        await written.IngestAsync([Leeds, .. Enumerable.Range(0, 12).Select(i => Newsroom.Draft($"town{i}", $"Town{i} bought {i} other cameras in {2000 + i}.", "2018-05-01"))]);
        var answer = (await written.RunAsync("ask", Question, "--json")).Json;
        answer.GetProperty("mode").GetString().ShouldBe("generative");
        int given = Regex.Count(standIn.Requests.ShouldHaveSingleItem().Body.GetRawText(), @"\[\d+\] The"), found = answer.GetProperty("diagnostics").GetProperty("retrieval").GetArrayLength();
        given.ShouldBeLessThan(found);
        answer.GetProperty("diagnostics").GetProperty("passages").GetArrayLength().ShouldBe(given);
        var shown = await written.RunAsync("replay", answer.GetProperty("id").GetString()!);
        shown.Output.ShouldMatch(@"\nWritten by +desk\nPrompt +[0-9a-f]{16}\n");
        shown.Output.ShouldContain($"\nPassages that the model was given\n1 article {ArticleId.FromCanonicalUrl(Leeds.Url)}, revision 1, 0–{Leeds.Body.Length}\n");
    }

    [Fact]
    public async Task A_batch_leaves_no_receipts()
    {
        await survbot.IngestAsync(Leeds);
        await survbot.WriteAsync("questions.jsonl", $$"""{"id":"a","question":"{{Question}}"}""");
        await survbot.RunAsync("ask", "--batch", "questions.jsonl", "--out", "answers.jsonl");
        (await survbot.RunAsync("replay")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_asked_here_can_be_forgotten()
    {
        string id = await AskedAsync();
        (await survbot.RunAsync("forget", "--channel", "console")).Output.ShouldBe("Forgot 1 question and its answer.\n");
        (await survbot.RunAsync("replay")).Errors.ShouldBe("There are no receipts.\n");
        var unknown = await survbot.RunAsync("replay", id);
        (unknown.ExitCode, unknown.Errors).ShouldBe((1, $"There is no receipt {id}: 'survbot replay' lists the last ones.\n"));
    }

    [Fact]
    public async Task Wrong_use_is_one_clear_line()
    {
        (await survbot.RunAsync("replay", "a1", "--json", "--markdown")).ShouldBeWrongUse("Give either --json or --markdown. See 'survbot replay --help'.");
        (await survbot.RunAsync("replay", "--run")).ShouldBeWrongUse("Name the receipt: 'survbot replay' lists the last ones. See 'survbot replay --help'.");
    }

    [Fact]
    public async Task An_answer_is_given_even_where_no_receipt_can_be_kept()
    {
        await survbot.IngestAsync(Leeds);
        await survbot.WriteAsync(".survbot/chats.db", "this is no database, however long one looks at it");
        var run = await survbot.RunAsync("ask", Question);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Leeds bought 40 cameras in March 2018. [1]");
        run.Errors.ShouldStartWith("No receipt of this answer could be kept: ");
        run.Errors.Trim().ShouldNotContain('\n');
    }

    /// <summary>Asks and gives the answer's id.</summary>
    private async Task<string> AskedAsync(params string[] options)
    {
        await survbot.IngestAsync(Leeds);
        var run = await survbot.RunAsync(["ask", Question, "--json", .. options]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        return run.Json.GetProperty("id").GetString()!;
    }
}
