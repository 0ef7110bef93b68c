namespace SurvBot.Answers.Generation.Models;

/// <summary>Finds what cannot work in the settings of the model before its server says it in its own words.</summary>
internal static class ModelSettingsCheck
{
    private const string Prefix = "SurvBot__Model__";
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The first fault; null for none.</summary>
    public static ModelSettingFault? Of(ModelOptions options) =>
        Provider(options) ?? Endpoint(options) ?? Name(options) ?? Key(options) ?? Times(options).Concat(Numbers(options)).Concat(Prices(options)).FirstOrDefault();

    private static ModelSettingFault? Provider(ModelOptions options) =>
        options.IsAzure || options.IsProvider(ModelOptions.OpenAI) ? null
        : Fault(nameof(options.Provider), "it is none that SurvBot knows", $"set it to {ModelOptions.Azure}, {ModelOptions.OpenAI} or {ModelOptions.None}");

    private static ModelSettingFault? Endpoint(ModelOptions options)
    {
        const string setting = nameof(options.Endpoint);
        string fix = options.IsAzure ? "set it (or AZURE_OPENAI_ENDPOINT) to the resource's address, https://NAME.openai.azure.com" : "set it to what /chat/completions is appended to, such as http://localhost:11434/v1";
        if (options.Endpoint is null)
            return Fault(setting, "it is missing", fix);
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var url) || url is not { UserInfo: "", Query: "", Fragment: "" } || url.Scheme is not ("http" or "https"))
            return Fault(setting, "it is not an address", fix);
        // Every request carries the key, the question and articles; what stays on this machine needs no encryption.
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return Fault(setting, "it is not an https address", fix);
        return options.IsAzure && url.AbsolutePath != "/" ? Fault(setting, "it goes on after the resource's name", fix) : null;
    }

    private static ModelSettingFault? Name(ModelOptions options) =>
        options.Name is null ? Fault(nameof(options.Name), "it is missing", options.IsAzure ? "set it (or AZURE_OPENAI_DEPLOYMENT) to the name of the deployment" : "set it (or OPENAI_MODEL) to the name of the model")
        : options.Name.Any(c => char.IsControl(c) || c is '/' or '?' or '#' && options.IsAzure) ? Fault(nameof(options.Name), "it has a character that no name has", "copy it again")
        : null;

    // It goes into a header.
    private static ModelSettingFault? Key(ModelOptions options) =>
        options.ApiKey?.Any(c => c is < '!' or > '~') == true ? Fault(nameof(options.ApiKey), "it has a blank or another character that no key has", "copy it again") : null;

    private static IEnumerable<ModelSettingFault> Times(ModelOptions options) =>
        from time in ((string, TimeSpan)[])
        [
            (nameof(options.ConnectTimeout), options.ConnectTimeout), (nameof(options.FirstWordsTimeout), options.FirstWordsTimeout), (nameof(options.PauseTimeout), options.PauseTimeout),
            (nameof(options.TotalTimeout), options.TotalTimeout), (nameof(options.BreakerPause), options.BreakerPause),
        ]
        where time.Item2 <= TimeSpan.Zero || time.Item2 > LongestTimeout
        select Fault(time.Item1, $"{time.Item2:c} is not more than nothing and at most {LongestTimeout:c}", "remove it");

    private static IEnumerable<ModelSettingFault> Numbers(ModelOptions options) =>
        from number in ((string, decimal, decimal)[])
        [
            (nameof(options.Retries), options.Retries, 0), (nameof(options.BreakerFailures), options.BreakerFailures, 1), (nameof(options.MostLineBytes), options.MostLineBytes, 1024),
            (nameof(options.MostResponseBytes), options.MostResponseBytes, 1024), (nameof(options.MostCharacters), options.MostCharacters, 1),
            (nameof(options.InputPricePerMillion), options.InputPricePerMillion, 0), (nameof(options.OutputPricePerMillion), options.OutputPricePerMillion, 0),
            (nameof(options.WorkspaceTokensPerDay), options.WorkspaceTokensPerDay, 0), (nameof(options.UserTokensPerDay), options.UserTokensPerDay, 0),
            (nameof(options.WorkspaceCostPerDay), options.WorkspaceCostPerDay, 0), (nameof(options.UserCostPerDay), options.UserCostPerDay, 0),
        ]
        where number.Item2 < number.Item3
        select Fault(number.Item1, FormattableString.Invariant($"{number.Item2} is less than {number.Item3}"), "remove it");

    // A budget in money that nothing counts against would be taken for one that holds.
    private static IEnumerable<ModelSettingFault> Prices(ModelOptions options)
    {
        if ((options.WorkspaceCostPerDay > 0 || options.UserCostPerDay > 0) && options is { InputPricePerMillion: 0, OutputPricePerMillion: 0 })
            yield return Fault(nameof(options.InputPricePerMillion), "it is missing, so that no cost can be counted", $"set it and {Prefix}{nameof(options.OutputPricePerMillion)}, or give the budget in tokens");
    }

    private static ModelSettingFault Fault(string setting, string detail, string fix) => new(Prefix + setting, detail, fix);
}
