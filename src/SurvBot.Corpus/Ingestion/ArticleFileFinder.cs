using System.Security;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Lists the files to read under the paths that a person named.</summary>
internal static class ArticleFileFinder
{
    /// <summary>Files in a stable order, each once, and a failure for each path that cannot be walked.</summary>
    /// <remarks>In folders, hidden entries, other kinds of file and links to folders are left out: a link may lead back.</remarks>
    public static (IReadOnlyList<FileInfo> Files, IReadOnlyList<ReadFailure> Failures) Find(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<FileInfo>();
        var failures = new List<ReadFailure>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
                Walk(path);
            else if (!File.Exists(path))
                failures.Add(new ReadFailure(path, "there is no such file or folder"));
            else if (ArticleFileKinds.Of(path) is null)
                failures.Add(new ReadFailure(path, $"this kind of file is not read; the kinds are {ArticleFileKinds.Names}"));
            else
                Add(path);
        }
        return (files, failures);

        void Walk(string root)
        {
            var folders = new Stack<string>([root]);
            while (folders.TryPop(out string? folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var entry in Entries(folder))
                {
                    if (entry is DirectoryInfo)
                        folders.Push(Path.Combine(folder, entry.Name));
                    else
                        Add(Path.Combine(folder, entry.Name));
                }
            }
        }

        // Files first, then folders in reverse, so that the stack gives them back in order.
        IEnumerable<FileSystemInfo> Entries(string folder)
        {
            try
            {
                var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(IsWanted).ToList();
                return
                [
                    .. entries.OfType<FileInfo>().OrderBy(f => f.Name, StringComparer.Ordinal),
                    .. entries.OfType<DirectoryInfo>().OrderByDescending(f => f.Name, StringComparer.Ordinal),
                ];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
            {
                failures.Add(new ReadFailure(folder, $"the folder cannot be read: {ArticleFileKinds.Explain(e)}"));
                return [];
            }
        }

        void Add(string path)
        {
            if (seen.Add(Path.GetFullPath(path)))
                files.Add(new FileInfo(path));
        }
    }

    private static bool IsWanted(FileSystemInfo entry) =>
        entry.Name[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.Hidden)
        && (entry is DirectoryInfo ? entry.LinkTarget is null : ArticleFileKinds.Of(entry.Name) is not null);
}
