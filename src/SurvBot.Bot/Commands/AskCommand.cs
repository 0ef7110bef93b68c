using System.CommandLine;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Commands;

/// <summary>Answers one question, or a file of them.</summary>
internal sealed class AskCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> words = new("question") { Description = "What you want to know, best in quotes", Arity = ArgumentArity.ZeroOrMore };
    private readonly AsOfOption asOf = new();
    private readonly DateOption since = new("--since", "Only what is new or has changed since the beginning of this year, month or day (UTC)");
    private readonly BatchOptions batch = new("Answer every question of this JSONL file: id, question, asOf?, history?");

    public AskCommand(CommandEnvironment environment) : base(
        "ask", "Answer a question from the articles, with citations. Exit code 0 with an answer, 3 without one, 1 after an error.",
        "ask \"Who led SenseTime's 2018 funding round?\"",
        "ask \"Which US cities banned face recognition?\" --as-of 2020-06",
        "ask \"What is Viper?\" --json",
        "ask \"What is known about Clearview?\" --since 2021-03",
        "ask --batch questions.jsonl --out answers.jsonl")
    {
        this.environment = environment;
        Arguments.Add(words);
        asOf.AddTo(this);
        since.AddTo(this);
        Options.Add(GlobalOptions.Json);
        batch.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string question = string.Join(' ', result.GetValue(words) ?? []).Trim();
        var files = batch.Read(result, question, "a question");
        var askedAt = asOf.Read(result) ?? environment.Clock.GetUtcNow();
        var changedSince = since.Read(result);
        if (files is not null)
            environment.RequireFile(files.Value.Input);

        var data = result.DataFolder(environment);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        await environment.PrepareCorpusAsync(services, cancellationToken);
        var answers = services.GetRequiredService<AnswerService>();
        if (files is not { } named)
        {
            var asked = new Question(question, askedAt) { Since = changedSince };
            var answer = await answers.AskAsync(asked, cancellationToken);
            int exitCode = Show(answer, result.GetValue(GlobalOptions.Json));
            await environment.KeepReceiptAsync(services, asked, answer, cancellationToken);
            return exitCode;
        }

        await new BatchRun(environment).RunAsync(named.Input, named.Output, async (line, stop) => new
        {
            line.Id,
            Answer = await answers.AskAsync(line.ToQuestion(askedAt) with { Since = changedSince }, stop),
        }, cancellationToken);
        return ExitCodes.Done;
    }

    private int Show(Answer answer, bool asJson)
    {
        if (asJson)
            environment.WriteJson(answer);
        else
            new TerminalPage(environment.Output).Write(new ConsoleReplyRenderer().Render(ReplyComposer.Compose(answer)));
        return ExitCodes.Of(answer.Status);
    }
}
