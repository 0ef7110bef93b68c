using System.ComponentModel;
using System.Text.Json;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Tools;

namespace SurvBot.Answers.Generation.Plugins;

/// <summary>The corpus as a plugin of Semantic Kernel: each function gives JSON, or one line that says what is wrong with its arguments.</summary>
internal sealed class CorpusPlugin(CorpusTools tools)
{
    public const string Name = "corpus";

    /// <summary>The plugin, for any kernel.</summary>
    public static KernelPlugin Of(CorpusTools tools) =>
        KernelPluginFactory.CreateFromFunctions(Name, ToolWords.Corpus, KernelPluginFactory.CreateFromObject(new CorpusPlugin(tools), Name));

    [KernelFunction("search"), Description(ToolWords.Search)]
    public Task<string> SearchAsync(
        [Description(ToolWords.Query)] string query,
        [Description(ToolWords.From)] string? from = null,
        [Description(ToolWords.To)] string? to = null,
        [Description(ToolWords.Publishers)] IReadOnlyList<string>? publishers = null,
        [Description(ToolWords.Take)] int? take = null,
        CancellationToken cancellationToken = default) => TellAsync(() => tools.SearchAsync(query, from, to, publishers, take, cancellationToken));

    [KernelFunction("article"), Description(ToolWords.Article)]
    public Task<string> ArticleAsync(
        [Description(ToolWords.ArticleName)] string article,
        [Description(ToolWords.Start)] int? start = null,
        CancellationToken cancellationToken = default) => TellAsync(() => tools.ArticleAsync(article, start, cancellationToken));

    [KernelFunction("timeline"), Description(ToolWords.Timeline)]
    public Task<string> TimelineAsync(
        [Description(ToolWords.Subject)] string subject,
        [Description(ToolWords.Since)] string? since = null,
        CancellationToken cancellationToken = default) => TellAsync(() => tools.TimelineAsync(subject, since, cancellationToken));

    private static async Task<string> TellAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return JsonSerializer.Serialize(await call(), AnswerJson.Compact);
        }
        catch (ToolArgumentException fault)
        {
            // A model corrects itself by a line that it reads; of an exception it would learn nothing.
            return $"Error: {fault.Message}";
        }
    }
}
