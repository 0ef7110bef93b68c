using System.Diagnostics;

namespace SurvBot.Acceptance;

/// <summary>A file system that is quickly full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 4096;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk Mount(string parent, int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root on Linux can mount a small disk");
        string folder = Directory.CreateDirectory(Path.Combine(parent, "disk")).FullName;
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder), "no tmpfs can be mounted here");
        return new SmallDisk(folder);
    }

    /// <summary>Takes all space but so much; called again, what has become free since.</summary>
    public void Fill(int freeKilobytes)
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, Block);
        byte[] block = new byte[Block];
        // What else writes to the disk takes its share meanwhile, so that is asked anew each time, and may still be wrong.
        while (new DriveInfo(Folder).AvailableFreeSpace - freeKilobytes * 1024 >= Block)
        {
            try
            {
                file.Write(block);
            }
            catch (IOException)
            {
                file.SetLength(Math.Max(0, file.Length - freeKilobytes * 1024));
                return;
            }
        }
    }

    public void Empty() => File.Delete(Ballast);

    public void Dispose() => Run("umount", Folder).ShouldBeTrue();

    private static bool Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
