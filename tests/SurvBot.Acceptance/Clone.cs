using System.Diagnostics;

namespace SurvBot.Acceptance;

/// <summary>The clone that the tests were built in: its files and scripts.</summary>
internal static class Clone
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file's path, named from the root with forward slashes.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>Runs a program to its end, in the clone's root.</summary>
    public static async Task<SurvBotRun> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return await SurvBotProcess.FinishAsync(process);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "SurvBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"no SurvBot.sln above {AppContext.BaseDirectory}");
    }
}
