namespace SurvBot.Answers.Generation.Models;

/// <summary>Which language model writes answers, and how long it may take. Section "Model".</summary>
/// <remarks>
/// Values are kept as they were written, so that a wrong one can be told in one line; <see cref="FindFault"/> tells it. Without a named provider
/// there is no model, whatever keys lie in the environment: questions and articles would leave the house otherwise.
/// </remarks>
public sealed class ModelOptions
{
    /// <summary>Azure OpenAI.</summary>
    public const string Azure = "azure";

    /// <summary>OpenAI, or anything that speaks its language: Ollama, llama.cpp, vLLM.</summary>
    public const string OpenAI = "openai";

    /// <summary>No model: answers are quotes.</summary>
    public const string None = "none";

    private const string OpenAIEndpoint = "https://api.openai.com/v1";

    /// <summary>"none", "azure" or "openai".</summary>
    public string? Provider { get; set; }

    /// <summary>Of azure the resource, "https://NAME.openai.azure.com"; of openai what "/chat/completions" is appended to. Also AZURE_OPENAI_ENDPOINT and OPENAI_BASE_URL.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The deployment (azure) or the model (openai). Also AZURE_OPENAI_DEPLOYMENT and OPENAI_MODEL.</summary>
    public string? Name { get; set; }

    /// <summary>The key; without one azure is asked with an Entra identity, and openai without any, as local servers are. Also AZURE_OPENAI_API_KEY and OPENAI_API_KEY.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The client id of a user-assigned managed identity, for azure without a key; the machine's own identity where none is given.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>How long it may take until somebody answers at the address.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a single attempt may take until the first words are there. A model that reasons first needs more.</summary>
    public TimeSpan FirstWordsTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may pause between two pieces of its answer.</summary>
    public TimeSpan PauseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all attempts may take together, to the last word.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often one question is asked again where that may help; never after its first words.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>After how many failures in a row the model is left alone.</summary>
    public int BreakerFailures { get; set; } = 3;

    /// <summary>How long it is left alone, before one question tries it again.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of one line that the model's server sends.</summary>
    public int MostLineBytes { get; set; } = 256 * 1024;

    /// <summary>Bytes of all that it sends for one question.</summary>
    public int MostResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Characters of an answer.</summary>
    public int MostCharacters { get; set; } = 32_000;

    /// <summary>What a million tokens of questions and evidence cost, in any currency; 0 where they cost nothing.</summary>
    public decimal InputPricePerMillion { get; set; }

    /// <summary>What a million tokens of answers cost.</summary>
    public decimal OutputPricePerMillion { get; set; }

    /// <summary>Tokens that a workspace may use in a day (UTC); 0 for any number.</summary>
    public long WorkspaceTokensPerDay { get; set; }

    /// <summary>Tokens that one person may use in a day (UTC); 0 for any number.</summary>
    public long UserTokensPerDay { get; set; }

    /// <summary>What a workspace may cost in a day (UTC), in the currency of the prices; 0 for any amount.</summary>
    public decimal WorkspaceCostPerDay { get; set; }

    /// <summary>What one person may cost in a day (UTC); 0 for any amount.</summary>
    public decimal UserCostPerDay { get; set; }

    /// <summary>Whether a model is configured, rightly or not.</summary>
    public bool IsOn => Provider is not null && !IsProvider(None);

    /// <summary>What and where, for people; without the key.</summary>
    public string Description => $"{Name} at {(Uri.TryCreate(Endpoint, UriKind.Absolute, out var at) ? at.Authority : Endpoint)} ({Provider}, {(ApiKey is not null ? "with a key" : IsAzure ? "with an Entra identity" : "without a key")})";

    internal bool IsAzure => IsProvider(Azure);

    /// <summary>Why these settings cannot work, with the fix; null when they can, or when there is no model.</summary>
    public ModelSettingFault? FindFault() => IsOn ? ModelSettingsCheck.Of(this) : null;

    /// <summary>Takes from the environment what the settings do not say, once they name a provider: the names that Azure's and OpenAI's own samples use.</summary>
    internal ModelOptions CompletedFrom(Func<string, string?> variable)
    {
        (Provider, Endpoint, Name, ApiKey, ManagedIdentityClientId) = (Given(Provider), Given(Endpoint), Given(Name), Given(ApiKey), Given(ManagedIdentityClientId));
        if (IsAzure)
        {
            Endpoint ??= Given(variable("AZURE_OPENAI_ENDPOINT"));
            Name ??= Given(variable("AZURE_OPENAI_DEPLOYMENT")) ?? Given(variable("AZURE_OPENAI_DEPLOYMENT_NAME"));
            ApiKey ??= Given(variable("AZURE_OPENAI_API_KEY"));
        }
        else if (IsProvider(OpenAI))
        {
            // OpenAI's key is for OpenAI, not for whatever server the settings name.
            if (Endpoint is null)
                ApiKey ??= Given(variable("OPENAI_API_KEY"));
            Endpoint ??= Given(variable("OPENAI_BASE_URL")) ?? OpenAIEndpoint;
            Name ??= Given(variable("OPENAI_MODEL"));
        }
        return this;
    }

    internal bool IsProvider(string name) => string.Equals(Provider, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Blanks around a pasted value are never part of it.</summary>
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>A setting that cannot work.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Detail">What is wrong with it; never a secret.</param>
/// <param name="Fix">What to do.</param>
public sealed record ModelSettingFault(string Setting, string Detail, string Fix)
{
    /// <summary>Whose setting it is.</summary>
    public string Model { get; init; } = "Language model";

    /// <summary>All in one line.</summary>
    public string Line => $"{Model}, {Setting}: {Detail}; {Fix}.";
}
