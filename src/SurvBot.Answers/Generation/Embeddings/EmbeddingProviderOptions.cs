using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Embeddings;

/// <summary>Which model embeds passages and questions, where that is not the built-in one. Section "Embedding".</summary>
/// <remarks>Without a named provider it is the built-in one, whatever keys lie in the environment: articles and questions would leave the house otherwise.</remarks>
public sealed class EmbeddingProviderOptions
{
    private const string BuiltIn = "builtin", Prefix = "SurvBot__Embedding__", Remove = "remove it";
    private const int MostDimensions = 4096, MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>"builtin", "none" for keywords only, "azure" or "openai".</summary>
    public string? Provider { get; set; }

    /// <summary>Of azure the resource, "https://NAME.openai.azure.com"; of openai what "/embeddings" is appended to. Also AZURE_OPENAI_ENDPOINT and OPENAI_BASE_URL.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The deployment (azure) or the model (openai). Also AZURE_OPENAI_EMBEDDING_DEPLOYMENT and OPENAI_EMBEDDING_MODEL.</summary>
    public string? Name { get; set; }

    /// <summary>The key; without one azure is asked with an Entra identity, and openai without any. Also AZURE_OPENAI_API_KEY and OPENAI_API_KEY.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The client id of a user-assigned managed identity, for azure without a key.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>How long the vectors shall be, for models that can shorten them (text-embedding-3-*); null for their own length.</summary>
    public int? Dimensions { get; set; }

    /// <summary>How long it may take until somebody answers at the address.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a question may take, which is asked once; it is searched for by keywords then.</summary>
    public TimeSpan QuestionTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one request with many passages may take.</summary>
    public TimeSpan PassagesTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often passages are sent again where that may help.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>Bytes of a text that are embedded at most. A token of the models of OpenAI and Azure is a byte or more, and they take 8,191.</summary>
    public int MostInputBytes { get; set; } = 8_000;

    /// <summary>Whether a model outside this process is configured, rightly or not.</summary>
    public bool IsOn => Server.IsOn && !Server.IsProvider(BuiltIn);

    /// <summary>What and where, for people; without the key.</summary>
    public string Description => Server.Description;

    /// <summary>Vectors of different ids must never be compared: what the server calls a model, where it is, and how long its vectors are.</summary>
    internal string ModelId => $"{Provider!.ToLowerInvariant()}:{new Uri(Endpoint!).Authority}{new Uri(Endpoint!).AbsolutePath.TrimEnd('/')}/{Name}{(Dimensions is { } length ? $":{length}" : "")}";

    /// <summary>The part that a chat model's server has, too.</summary>
    internal ModelOptions Server => new()
    {
        Provider = Provider,
        Endpoint = Endpoint,
        Name = Name,
        ApiKey = ApiKey,
        ManagedIdentityClientId = ManagedIdentityClientId,
        ConnectTimeout = ConnectTimeout,
        Retries = Retries,
        MostLineBytes = MostBytes,
        MostResponseBytes = MostBytes,
    };

    /// <summary>Why these settings cannot work, with the fix; null when they can, or when the built-in model is meant.</summary>
    public ModelSettingFault? FindFault() => IsOn ? OfServer() ?? OfVectors() : null;

    /// <summary>Takes from the environment what the settings do not say, once they name a provider.</summary>
    internal EmbeddingProviderOptions CompletedFrom(Func<string, string?> variable)
    {
        var server = Server.CompletedFrom(name => variable(name switch
        {
            // The chat model's deployment is none that embeds.
            "AZURE_OPENAI_DEPLOYMENT" => "AZURE_OPENAI_EMBEDDING_DEPLOYMENT",
            "AZURE_OPENAI_DEPLOYMENT_NAME" => "AZURE_OPENAI_EMBEDDING_DEPLOYMENT_NAME",
            "OPENAI_MODEL" => "OPENAI_EMBEDDING_MODEL",
            _ => name,
        }));
        (Provider, Endpoint, Name, ApiKey, ManagedIdentityClientId) = (server.Provider, server.Endpoint, server.Name, server.ApiKey, server.ManagedIdentityClientId);
        return this;
    }

    private ModelSettingFault? OfServer() => ModelSettingsCheck.Of(Server) is not { } fault ? null : Fault(
        fault.Setting.Replace("__Model__", "__Embedding__", StringComparison.Ordinal),
        fault.Detail,
        fault.Fix.Replace("azure, openai or none", "azure, openai, builtin or none", StringComparison.Ordinal).Replace("/chat/completions", "/embeddings", StringComparison.Ordinal)
            .Replace("AZURE_OPENAI_DEPLOYMENT", "AZURE_OPENAI_EMBEDDING_DEPLOYMENT", StringComparison.Ordinal).Replace("OPENAI_MODEL", "OPENAI_EMBEDDING_MODEL", StringComparison.Ordinal));

    private ModelSettingFault? OfVectors() =>
        Dimensions is < 1 or > MostDimensions ? Fault(Prefix + nameof(Dimensions), $"{Dimensions} is no length from 1 to {MostDimensions}", Remove)
        : MostInputBytes < 100 ? Fault(Prefix + nameof(MostInputBytes), $"{MostInputBytes} is less than 100", Remove)
        : QuestionTimeout <= TimeSpan.Zero || QuestionTimeout > LongestTimeout ? Fault(Prefix + nameof(QuestionTimeout), $"{QuestionTimeout:c} is not more than nothing and at most {LongestTimeout:c}", Remove)
        : PassagesTimeout <= TimeSpan.Zero || PassagesTimeout > LongestTimeout ? Fault(Prefix + nameof(PassagesTimeout), $"{PassagesTimeout:c} is not more than nothing and at most {LongestTimeout:c}", Remove)
        : null;

    private static ModelSettingFault Fault(string setting, string detail, string fix) => new(setting, detail, fix) { Model = "Embedding model" };
}
