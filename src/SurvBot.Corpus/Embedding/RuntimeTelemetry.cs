using System.Runtime.InteropServices;

namespace SurvBot.Corpus.Embedding;

/// <summary>Keeps ONNX Runtime from writing an id of the machine and measurements into the user's cache folder, from where it would send them to its maker.</summary>
/// <remarks>Version 1.31 reads ORT_DISABLE_TELEMETRY when it is loaded; OrtEnv.DisableTelemetryEvents comes after the files are there.</remarks>
internal static class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>To be called before the runtime is touched.</summary>
    public static void TurnOff()
    {
        // .NET keeps an environment of its own beside the process's on Unix, where native code would not see it.
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "1");
        else
            _ = SetEnvironment(Variable, "1", 1);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
