using System.Diagnostics;
using System.Runtime.Versioning;

namespace SurvBot.Acceptance;

/// <summary>Somebody who may not read everything: this user, or nobody when this user is root.</summary>
internal static class OtherUser
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    /// <summary>Runs the program as that user from now on, with a data folder of its own; skips the test where that cannot be.</summary>
    public static void Become(SurvBotProcess survbot)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("file permissions are tested on Unix");
        else if (Environment.IsPrivilegedProcess)
            BecomeNobody(survbot);
    }

    /// <summary>Takes every right to a file or folder from that user, until it is disposed.</summary>
    public static IDisposable Refuse(string path) => new Refusal(path);

    [UnsupportedOSPlatform("windows")]
    private static void BecomeNobody(SurvBotProcess survbot)
    {
        Assert.SkipUnless(Run("setpriv", "--version"), "this is root, and without setpriv root cannot become somebody who may not read everything");
        File.SetUnixFileMode(survbot.Folder, ForAll);
        Directory.CreateDirectory(survbot.Data);
        Assert.SkipUnless(Run("chown", "65534:65534", survbot.Data), "this is root, which cannot give a folder to nobody here");
        string program = Path.Combine(AppContext.BaseDirectory, "SurvBot.Bot.dll");
        Assert.SkipUnless(Run([.. AsNobody, "dotnet", program, "--version"]), $"this is root, and nobody may not run {program}");
        survbot.Launcher = [.. AsNobody, "dotnet"];
    }

    private static bool Run(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception) // there is no such program
        {
            return false;
        }
    }

    private sealed class Refusal : IDisposable
    {
        private readonly string path;

        public Refusal(string path)
        {
            this.path = path;
            Set(Environment.IsPrivilegedProcess ? OwnerOnly : UnixFileMode.None);
        }

        public void Dispose() => Set(OwnerOnly);

        private void Set(UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, mode);
        }
    }
}
