using System.Diagnostics;
using System.Text;

namespace SurvBot.Acceptance;

/// <summary>The built program, run as a person or a script runs it, in a folder of its own.</summary>
public sealed class SurvBotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Where it runs; its data folder is below unless arguments say otherwise.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("survbot-").FullName;

    /// <summary>Environment variables beside this process's own; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; } = new() { ["SURVBOT_DATA"] = null, ["NO_COLOR"] = "1" };

    /// <summary>Runs to the end.</summary>
    public async Task<SurvBotRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"survbot {string.Join(' ', arguments)} did not end within {Patience}.");
        }
        return new SurvBotRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it and leaves it running, for those who interrupt it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SurvBot.Bot.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Writes a file below <see cref="Folder"/> and gives its name.</summary>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(Path.Combine(Folder, name), lines);
        return name;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What one run left behind.</summary>
public sealed record SurvBotRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines on standard error.</summary>
    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
