using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Delivery;

/// <summary>Makes one process the owner of a data folder's chats: it alone leases and delivers. It falls with its process, however that ends.</summary>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Waits for an owner that is about to stop, as in a rolling restart.</summary>
    /// <exception cref="ChatStoreException">Another process keeps the folder, or it cannot be written.</exception>
    public static async Task<FolderLock> TakeAsync(string folder, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        while (true)
        {
            if (TryTake(folder) is { } taken)
                return taken;
            if (clock.GetElapsedTime(started) >= patience)
                throw new ChatStoreException($"Another SurvBot serves {folder}: stop it, or use another --data folder.");
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static FolderLock? TryTake(string folder)
    {
        string path = Path.Combine(folder, "serve.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new ChatStoreException($"{folder} cannot be written: give this user write permission, or use another --data folder.", fault);
        }
    }

    public void Dispose() => file.Dispose();
}
