using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Operations;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Looks at everything that an answer needs; never throws for what it finds.</summary>
internal sealed class Examination(DataFolder data, IServiceProvider services)
{
    private const long ScarceBytes = 200L << 20;
    private const string Ingest = "run 'survbot ingest PATH'";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var (corpus, status) = await CorpusAsync(cancellationToken);
        var model = await ModelAsync(cancellationToken);
        return [Folder(), corpus, model, .. await ConfiguredModelAsync(cancellationToken), .. await VectorsAsync(status, cancellationToken), await LanguageModelAsync(cancellationToken), .. Chats(), Database(), Disk()];
    }

    private Finding Folder()
    {
        const string name = "data folder";
        if (!Directory.Exists(data.Path))
            return new Finding(name, FindingState.Lacking, $"{data.Path} is not there yet", "none needed: the first ingest or ask makes it");
        try
        {
            string probe = Path.Combine(data.Path, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(name, FindingState.Good, $"{data.Path} can be written");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Finding(name, FindingState.Broken, $"{data.Path} cannot be written: {fault.Message}", "give this user write permission there, or name another folder with --data");
        }
    }

    private async Task<(Finding, CorpusStatus?)> CorpusAsync(CancellationToken cancellationToken)
    {
        const string name = "articles";
        if (!data.HasCorpus)
            return (new Finding(name, FindingState.Lacking, "none yet; ask would begin with the starter corpus", Ingest), null);
        try
        {
            var status = await services.GetRequiredService<ICorpusStore>().GetStatusAsync(cancellationToken);
            string detail = string.Create(CultureInfo.InvariantCulture, $"{status.Articles:N0} articles, {status.Passages:N0} passages{Span(status)}");
            return (status.Articles > 0 ? new Finding(name, FindingState.Good, detail) : new Finding(name, FindingState.Lacking, "none yet", Ingest), status);
        }
        catch (CorpusStoreException fault)
        {
            return (new Finding(name, FindingState.Broken, fault.Message, "as the line says"), null);
        }
    }

    private static string Span(CorpusStatus status) =>
        status is { OldestPublished: { } oldest, NewestPublished: { } newest } ? $", published {oldest.ToDisplayString()} to {newest.ToDisplayString()}" : "";

    private async Task<Finding> ModelAsync(CancellationToken cancellationToken)
    {
        const string name = "embedding model";
        const string rebuild = "run dotnet build again with Node.js installed, or set SurvBot__Embedding__ModelPath";
        try
        {
            var location = services.GetRequiredService<EmbeddingModelLocation>();
            if (location is EmbeddingModelLocation.Missing missing)
                return new Finding(name, FindingState.Lacking, "missing: articles are found by keywords only", missing.Fix);
            var vector = (await services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["camera"], cancellationToken: cancellationToken))[0].Vector;
            var found = (EmbeddingModelLocation.Found)location;
            return new Finding(name, FindingState.Good, $"{found.ModelId} loads and gives {vector.Length} dimensions");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Finding(name, FindingState.Broken, $"it does not load: {fault.Message}", rebuild);
        }
    }

    /// <summary>The embedding model that the settings name beside the built-in one, which compares words in any case.</summary>
    private async Task<IEnumerable<Finding>> ConfiguredModelAsync(CancellationToken cancellationToken)
    {
        const string name = "configured embedding model";
        var options = services.GetRequiredService<EmbeddingProviderOptions>();
        if (!options.IsOn)
            return [];
        if (options.FindFault() is { } fault)
            return [new Finding(name, FindingState.Broken, $"{fault.Setting}: {fault.Detail}", fault.Fix)];
        try
        {
            var vector = await services.GetRequiredService<EmbeddingModels>().Wanted!.EmbedQuestionAsync("camera", cancellationToken);
            return [new Finding(name, FindingState.Good, $"{options.Description} gives {vector.Length} dimensions")];
        }
        catch (EmbeddingUnavailableException failure)
        {
            return [new Finding(name, FindingState.Lacking, $"{options.Description}: {failure.Message} Questions are searched for by keywords meanwhile", "check SurvBot__Embedding__Endpoint, …Name and …ApiKey, or wait and run this again")];
        }
    }

    private async Task<IEnumerable<Finding>> VectorsAsync(CorpusStatus? status, CancellationToken cancellationToken)
    {
        if (status is not { Passages: > 0 } || await services.GetRequiredService<Reembedder>().GetProgressAsync(cancellationToken) is not { } progress)
            return [];
        const string name = "vectors", fix = "run 'survbot reembed', or leave it to 'survbot serve'";
        string done = string.Create(CultureInfo.InvariantCulture, $"{progress.Embedded:N0} of {progress.Passages:N0} passages have one of {progress.Wanted}");
        if (progress.IsDone)
            return [new Finding(name, FindingState.Good, done)];
        string meanwhile = progress.Serving == progress.Wanted ? "the others are found by keywords only"
            : progress.CanServe ? $"searches use {progress.Serving} until all have"
            : $"searches use keywords only until all have{(progress.Serving is null ? "" : $", since {progress.Serving} is not set up any more")}";
        return [new Finding(name, FindingState.Lacking, $"{done}; {meanwhile}", fix)];
    }

    private async Task<Finding> LanguageModelAsync(CancellationToken cancellationToken)
    {
        const string name = "language model";
        var options = services.GetRequiredService<ModelOptions>();
        if (!options.IsOn)
            return new Finding(name, FindingState.Good, "none: answers are quotes");
        if (options.FindFault() is { } fault)
            return new Finding(name, FindingState.Broken, $"{fault.Setting}: {fault.Detail}", fault.Fix);
        try
        {
            await services.TryModelAsync(cancellationToken);
            return new Finding(name, FindingState.Good, $"{options.Description} answers");
        }
        catch (ModelUnavailableException failure)
        {
            return new Finding(name, FindingState.Lacking, $"{options.Description}: {failure.Message} Answers are quotes meanwhile", ModelFix(failure.Fault));
        }
    }

    private static string ModelFix(ModelFault fault) => fault switch
    {
        ModelFault.Refused => "check SurvBot__Model__ApiKey, or give SurvBot's identity the role Cognitive Services OpenAI User, and look at the account's credit",
        ModelFault.NotFound => "check SurvBot__Model__Name and SurvBot__Model__Endpoint against the names of the deployments",
        ModelFault.Unreachable => "check SurvBot__Model__Endpoint, and that this machine reaches it",
        ModelFault.Stalled => "raise SurvBot__Model__FirstWordsTimeout and SurvBot__Model__TotalTimeout for a slow model, or take a quicker one",
        ModelFault.Busy => "raise the deployment's quota, or wait",
        _ => "look at the model's own log, or wait and run this again",
    };

    private IEnumerable<Finding> Chats()
    {
        if (!data.HasChats)
            yield break;
        const string name = "chats";
        Finding finding;
        try
        {
            var inbox = services.GetRequiredService<Inbox>();
            inbox.Recount();
            int dead = services.GetRequiredService<DeadLetters>().List().Count;
            string detail = string.Create(CultureInfo.InvariantCulture, $"{inbox.Waiting:N0} questions wait");
            finding = dead == 0 ? new Finding(name, FindingState.Good, detail)
                : new Finding(name, FindingState.Lacking, string.Create(CultureInfo.InvariantCulture, $"{detail}; {dead:N0} were given up"), "see 'survbot dead-letters list', then 'survbot dead-letters replay --all'");
        }
        catch (ChatStoreException fault)
        {
            finding = new Finding(name, FindingState.Broken, fault.Message, "as the line says");
        }
        yield return finding;
    }

    private static Finding Database()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new Finding("SQLite", FindingState.Good, connection.ServerVersion);
    }

    private Finding Disk()
    {
        const string name = "free space";
        try
        {
            string existing = data.Path;
            while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } above)
                existing = above;
            long free = new DriveInfo(existing).AvailableFreeSpace;
            string detail = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB");
            return free >= ScarceBytes ? new Finding(name, FindingState.Good, detail) : new Finding(name, FindingState.Lacking, detail, "free some space before the next ingest");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Finding(name, FindingState.Lacking, $"not known: {fault.Message}", "check that the disk is there");
        }
    }
}
