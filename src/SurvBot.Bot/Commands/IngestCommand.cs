using System.CommandLine;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Takes articles into the corpus.</summary>
internal sealed class IngestCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> paths = new("PATH|URL") { Description = "Files or folders: .jsonl, .jsonl.gz, .html, .pdf, .md, .txt; or web addresses of articles", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> each = new("--each") { Description = "Print a line for each article as soon as it is safely stored: added, updated, unchanged or failed, and its address" };

    public IngestCommand(CommandEnvironment environment) : base(
        "ingest", "Take in articles; what is unchanged costs nothing, and after an interruption the next run continues.",
        "ingest articles.jsonl",
        "ingest news.jsonl.gz saved-pages/ notes.md --data ~/news",
        "ingest https://example.org/news/report.html",
        "ingest articles.jsonl --json",
        "ingest articles.jsonl --each")
    {
        this.environment = environment;
        Arguments.Add(paths);
        Options.Add(GlobalOptions.Json);
        Options.Add(each);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string[] named = result.GetValue(paths)!;
        var addresses = named.Select(WebAddress).OfType<Uri>().ToList();
        string[] files = [.. named.Where(path => WebAddress(path) is null)];
        if (files.FirstOrDefault(path => !Path.Exists(environment.FullPath(path))) is { } missing)
            throw CommandException.WrongUse($"There is no file or folder {missing}; nothing was ingested.");

        var data = result.DataFolder(environment);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        services.RefuseBrokenModels();
        if (addresses.Count > 0 && services.GetRequiredService<CorpusOptions>().Fetching.FindFault() is { } fault)
            throw CommandException.Failed(fault);
        using var writing = data.LockForWriting(services.GetRequiredService<ICorpusStore>());
        var model = services.GetRequiredService<EmbeddingModelLocation>();
        if (model is EmbeddingModelLocation.Missing { Fix: var fix })
            environment.Tell(fix);

        var summary = new IngestSummary(environment.Clock) { KeywordOnly = model is EmbeddingModelLocation.Missing };
        var input = ArticleFiles.ReadAsync(files.Select(environment.FullPath), cancellationToken).Concat(services.GetRequiredService<ArticleFetcher>().ReadAsync(addresses, cancellationToken));
        bool finished = await IngestAsync(services.GetRequiredService<IngestionPipeline>(), input, new IngestProgress(environment, result.GetValue(each)), summary, cancellationToken);
        Show(summary, finished, result.GetValue(GlobalOptions.Json));
        return finished ? ExitCodes.Done : ExitCodes.Interrupted;
    }

    /// <summary>False when Ctrl-C came before the end; what the summary counts is safe then, too.</summary>
    private static async Task<bool> IngestAsync(IngestionPipeline pipeline, IAsyncEnumerable<ReadOutcome> input, IngestProgress progress, IngestSummary summary, CancellationToken cancellationToken)
    {
        try
        {
            await EmbedFirstAsync(pipeline, progress, summary, cancellationToken);
            await progress.ShowAsync(pipeline.RunAsync(input, cancellationToken), summary);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static Uri? WebAddress(string named) =>
        Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>A model that fails keeps no article out.</summary>
    private static async Task EmbedFirstAsync(IngestionPipeline pipeline, IngestProgress progress, IngestSummary summary, CancellationToken cancellationToken)
    {
        try
        {
            await progress.ShowEmbeddingAsync(pipeline.EmbedWhatIsMissingAsync(cancellationToken), summary);
        }
        catch (EmbeddingUnavailableException fault)
        {
            summary.WithoutVectors = fault.Message;
        }
    }

    private void Show(IngestSummary summary, bool finished, bool asJson)
    {
        if (asJson)
            environment.WriteJson(summary.ToReport());
        else
            new ConsoleIngestRenderer(environment.Output).Render(summary.ToReport());
        if (summary.WithoutVectors is { } reason)
            environment.Tell($"{reason} Some passages have no vector yet and are found by keywords: 'survbot reembed' or 'survbot serve' goes on with them.");
        if (!finished)
            environment.Tell("Stopped: all that is counted above is safe; run the same command again to continue.");
    }
}
