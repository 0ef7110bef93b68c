using Microsoft.Data.Sqlite;

namespace SurvBot.Corpus.Store;

/// <summary>Turns SQLite's error codes into one line that names the fix. Codes: https://www.sqlite.org/rescode.html</summary>
public static class SqliteFault
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // An input/output error by its main code: the index of the write-ahead log could not grow, which is how a full disk shows when it is full already.
    private const int CannotGrow = 4874;

    internal static CorpusStoreException Describe(SqliteException fault, string path) => new(Explain(fault, path), fault);

    /// <summary>What happened to the file at <paramref name="path"/>, and what to do.</summary>
    public static string Explain(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        Busy or Locked => $"{path} is in use by another program for too long: try again when it has finished.",
        ReadOnly => $"{path} cannot be written: give this user write permission, or use another --data folder.",
        IoError when fault.SqliteExtendedErrorCode == CannotGrow => DiskIsFull(path),
        IoError => $"Reading or writing {path} failed ({fault.Message.TrimEnd('.')}): check the disk, then run again; what was reported is safe.",
        Corrupt or NotADatabase => $"{path} is damaged or was not written by SurvBot: restore it from a backup, or move it away and begin anew.",
        Full => DiskIsFull(path),
        CannotOpen => $"{path} cannot be opened: check that its folder exists and that this user may write there, or use another --data folder.",
        _ => $"{path} cannot be used: {fault.Message}",
    };

    private static string DiskIsFull(string path) => $"The disk that holds {path} is full: free some space and run again; what was reported is safe.";
}
