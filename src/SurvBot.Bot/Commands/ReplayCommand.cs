using System.CommandLine;
using System.Globalization;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Receipts;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Shows what an answer rests on, whether that still stands, and what would be answered now.</summary>
internal sealed class ReplayCommand : Verb
{
    private readonly CommandEnvironment environment;
    private readonly Argument<string?> id = new("id") { Description = "The id of an answer or of a reply in a chat", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> run = new("--run") { Description = "Ask again, as of its own instant, and say what differs" };
    private readonly Option<bool> markdown = new("--markdown") { Description = "Print Markdown, for a file" };

    public ReplayCommand(CommandEnvironment environment) : base(
        "replay", "Show the receipt of an answer and hold its quotes against the articles of today, or list the last receipts.", "replay", "replay 9f86d081884c7d65 --run", "replay 9f86d081884c7d65 --markdown > receipt.md")
    {
        this.environment = environment;
        Arguments.Add(id);
        Options.Add(run);
        Options.Add(markdown);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var (named, asJson, asMarkdown, again) = (result.GetValue(id), result.GetValue(GlobalOptions.Json), result.GetValue(markdown), result.GetValue(run));
        if (asJson && asMarkdown)
            throw CommandException.WrongUse("Give either --json or --markdown.");
        if (named is null && (asMarkdown || again))
            throw CommandException.WrongUse("Name the receipt: 'survbot replay' lists the last ones.");
        var data = result.DataFolder(environment);
        data.RequireChats();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var receipts = services.GetRequiredService<ReceiptStore>();
        if (named is null)
            return List(receipts.ListLast(), asJson);
        var receipt = receipts.Find(named) ?? throw CommandException.Failed($"There is no receipt {named}: 'survbot replay' lists the last ones.");
        var rerun = again ? await AskAgainAsync(receipt, data, services, cancellationToken) : null;
        Show(new Replay(receipt, QuoteCheck.Of(receipt.Answer.Citations, await PresentAsync(receipt, data, services, cancellationToken)), rerun), asJson, asMarkdown);
        return ExitCodes.Done;
    }

    private int List(IReadOnlyList<Receipt> receipts, bool asJson)
    {
        if (asJson)
            environment.WriteJson(receipts.Select(receipt => new { receipt.Id, receipt.AskedAt, Question = receipt.Question.Text, receipt.Answer.Status }));
        else if (receipts.Count == 0)
            environment.Tell("There are no receipts.");
        else
            foreach (var receipt in receipts)
                environment.WriteLine(TerminalText.Line(string.Create(CultureInfo.InvariantCulture, $"{receipt.Id} {receipt.AskedAt.UtcDateTime:yyyy-MM-dd HH:mm} {receipt.Question.Text}")));
        return ExitCodes.Done;
    }

    private async Task<Rerun> AskAgainAsync(Receipt receipt, DataFolder data, ServiceProvider services, CancellationToken cancellationToken)
    {
        data.RequireCorpus();
        await environment.PrepareCorpusAsync(services, cancellationToken);
        // Whoever asks again does so at their own cost.
        return Rerun.Of(receipt.Answer, await services.GetRequiredService<AnswerService>().AskAsync(receipt.Question with { Asker = Asker.CommandLine }, cancellationToken));
    }

    /// <summary>The cited articles as they are now.</summary>
    private static async Task<IReadOnlyList<Article>> PresentAsync(Receipt receipt, DataFolder data, ServiceProvider services, CancellationToken cancellationToken) =>
        data.HasCorpus ? await services.GetRequiredService<ICorpusStore>().GetArticlesAsync([.. receipt.Answer.Citations.Select(citation => citation.ArticleId).Distinct()], cancellationToken) : [];

    private void Show(Replay replay, bool asJson, bool asMarkdown)
    {
        if (asJson)
            environment.WriteJson(replay);
        else if (asMarkdown)
            environment.WriteLine(ReceiptMarkdown.Of(ReceiptSheet.Of(replay)).TrimEnd());
        else
            new TerminalPage(environment.Output).Write(ConsoleReceiptRenderer.Render(ReceiptSheet.Of(replay)));
    }
}
