using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SurvBot.Acceptance;

/// <summary>The built program, run as a person or a script runs it, in a folder of its own.</summary>
public sealed class SurvBotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Where it runs; its data folder is below unless arguments say otherwise.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("survbot-").FullName;

    /// <summary>The data folder, where arguments name no other.</summary>
    public string Data => Path.Combine(Folder, ".survbot");

    /// <summary>What starts a .NET program here; more words run it as another user.</summary>
    public IReadOnlyList<string> Launcher { get; set; } = ["dotnet"];

    /// <summary>The program's file.</summary>
    public string Program { get; init; } = "SurvBot.Bot.dll";

    /// <summary>Environment variables beside this process's own; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; } = new() { ["SURVBOT_DATA"] = null, ["NO_COLOR"] = "1" };

    /// <summary>Runs to the end.</summary>
    public async Task<SurvBotRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await FinishAsync(process);
    }

    /// <summary>Waits for the end of one that was started, and takes all that was not yet read of its output.</summary>
    public static async Task<SurvBotRun> FinishAsync(Process process)
    {
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
            throw new TimeoutException($"survbot {string.Join(' ', process.StartInfo.ArgumentList.Skip(1))} did not end within {Patience}.");
        }
        return new SurvBotRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Whoever starts tests in the background may have told them, and so the programs they start, to ignore Ctrl-C; a polite end asks the same.</summary>
    public static string InterruptThatIsHeard()
    {
        const ulong interrupt = 1 << (2 - 1);
        string ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (Convert.ToUInt64(ignored, 16) & interrupt) == 0 ? "-INT" : "-TERM";
    }

    /// <summary>Starts it and leaves it running, for those who interrupt it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Launcher[0])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in (string[])[.. Launcher.Skip(1), Path.Combine(AppContext.BaseDirectory, Program), .. arguments])
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

    /// <summary>What the program printed for programs.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>The addresses that <c>ingest --each</c> reported as added; a last line that was cut off does not count.</summary>
    public IEnumerable<string> Added => Output.Split('\n')[..^1].Where(line => line.StartsWith("added ", StringComparison.Ordinal)).Select(line => line["added ".Length..]);

    /// <summary>It failed, and said so in one line for a person.</summary>
    public string ShouldFailInOneLine()
    {
        string line = ErrorLines.ShouldHaveSingleItem();
        ExitCode.ShouldBe(1);
        line.ShouldNotContain("unexpectedly");
        return line;
    }
}
