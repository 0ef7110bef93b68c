using SurvBot.Bot.Conversations;
using SurvBot.Corpus;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>The one folder that the program writes to.</summary>
public sealed record DataFolder(string Path)
{
    public const string Variable = "SURVBOT_DATA";
    public const string Default = ".survbot";

    public string CorpusFile => new CorpusOptions { DataDirectory = Path }.StorePath;

    public bool HasCorpus => File.Exists(CorpusFile);

    public bool HasChats => File.Exists(System.IO.Path.Combine(Path, ConversationServices.FileName));

    /// <summary>For commands that only read.</summary>
    /// <exception cref="CommandException">There is no corpus yet.</exception>
    public void RequireCorpus()
    {
        if (!HasCorpus)
            throw NoArticles();
    }

    /// <summary>For commands that look at what was asked.</summary>
    /// <exception cref="CommandException">Nobody asked anything yet.</exception>
    public void RequireChats()
    {
        if (!HasChats)
            throw CommandException.Failed($"Nobody has asked anything in {Path} yet: name another folder with --data.");
    }

    /// <summary>Holds the one writer's lock until it is disposed.</summary>
    /// <exception cref="CommandException">Another process holds it.</exception>
    public IDisposable LockForWriting(ICorpusStore store) =>
        store.TryLockForWriting() ?? throw CommandException.Failed($"Another ingest is writing to {Path}; wait for it or use another --data folder.");

    /// <summary>Nothing can be found yet, and what to do.</summary>
    public CommandException NoArticles() => CommandException.Failed($"There are no articles in {Path}: run 'survbot ingest PATH' first, or name another folder with --data.");
}
