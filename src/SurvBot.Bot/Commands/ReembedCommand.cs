using System.CommandLine;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Bot.Commands;

/// <summary>Embeds what lacks a vector of the configured model, and changes to that model.</summary>
internal sealed class ReembedCommand : Verb
{
    private readonly CommandEnvironment environment;

    public ReembedCommand(CommandEnvironment environment) : base(
        "reembed", "Embed the articles with the configured model; searches change to it when all are done. After an interruption the next run continues.", "reembed", "reembed --data ~/news --json")
    {
        this.environment = environment;
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        services.RefuseBrokenModels();
        var reembedder = services.GetRequiredService<Reembedder>();
        if (await reembedder.GetProgressAsync(cancellationToken) is null)
            throw CommandException.Failed("There is no embedding model: 'survbot doctor' tells the fix.");

        var summary = new IngestSummary(environment.Clock) { KeywordOnly = false };
        await EmbedAsync(reembedder, summary, cancellationToken);
        var progress = (await reembedder.GetProgressAsync(CancellationToken.None))!;
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(new { progress.Serving, progress.Wanted, embedded = summary.Embedded, progress.Passages, done = progress.IsDone });
        else
            environment.WriteLine(Line(summary, progress));
        return progress.IsDone ? ExitCodes.Done : cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : throw CommandException.Failed($"Another process is at it in {data.Path}: 'survbot doctor' tells how far it is.");
    }

    private async Task EmbedAsync(Reembedder reembedder, IngestSummary summary, CancellationToken cancellationToken)
    {
        try
        {
            await new IngestProgress(environment, each: false).ShowEmbeddingAsync(reembedder.RunAsync(cancellationToken), summary);
        }
        catch (EmbeddingUnavailableException fault)
        {
            throw CommandException.Failed($"{fault.Message} What was embedded is safe; run the same command again to continue.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            environment.Tell("Stopped: what was embedded is safe; run the same command again to continue.");
        }
    }

    private static string Line(IngestSummary summary, ReembeddingProgress progress) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{summary.Embedded:N0} passages embedded; {progress.Embedded:N0} of {progress.Passages:N0} have a vector of {progress.Wanted}; searches use {progress.Serving ?? "keywords"}");
}
