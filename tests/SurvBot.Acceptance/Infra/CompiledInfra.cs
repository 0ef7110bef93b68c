using System.Text.Json;

namespace SurvBot.Acceptance.Infra;

/// <summary>infra/main.bicep as Azure gets it, compiled once for several tests.</summary>
public sealed class CompiledInfra : IAsyncLifetime
{
    private const int NotThisMachine = 77;

    private readonly string file = Path.GetTempFileName();
    private JsonDocument? template;

    /// <summary>How compiling and linting went.</summary>
    public SurvBotRun Run { get; private set; } = null!;

    public JsonElement Template
    {
        get
        {
            Assert.SkipWhen(Run.ExitCode == NotThisMachine, "the Bicep compiler that is pinned does not run on this machine");
            return template?.RootElement ?? throw new InvalidOperationException(Run.Errors);
        }
    }

    /// <summary>The only resource of that type.</summary>
    public JsonElement Resource(string type) => Template.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>SurvBot's own container.</summary>
    public JsonElement Container => Resource("Microsoft.App/containerApps").GetProperty("properties").GetProperty("template").GetProperty("containers")[0];

    /// <summary>What a variable of the template says; the value itself where it names none.</summary>
    public JsonElement Value(JsonElement value)
    {
        const string Before = "[variables('", After = "')]";
        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.StartsWith(Before, StringComparison.Ordinal) && text.EndsWith(After, StringComparison.Ordinal)
            ? Template.GetProperty("variables").GetProperty(text[Before.Length..^After.Length]) : value;
    }

    public async ValueTask InitializeAsync()
    {
        Run = await Clone.RunAsync("bash", "eng/infra", file);
        if (Run.ExitCode == 0)
            template = JsonDocument.Parse(await File.ReadAllTextAsync(file));
    }

    public ValueTask DisposeAsync()
    {
        template?.Dispose();
        File.Delete(file);
        return ValueTask.CompletedTask;
    }
}
