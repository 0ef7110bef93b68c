using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Keeps what a model wrote and the check let pass, so that the same question over the same articles costs nothing again. For as long as the process lives.</summary>
/// <remarks>Nothing of who asks is in a prompt, so that an answer may be given to anybody; the day is in it, and in the key.</remarks>
public sealed class DraftCache
{
    // A sentence keeps the articles that it quotes: some ten thousand characters an answer.
    private const int MostAnswers = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, IReadOnlyList<DraftSentence>> kept = [];
    private readonly Queue<string> oldest = [];

    /// <summary>What a model's answer hangs on.</summary>
    /// <param name="task">The question, its day and its passages.</param>
    /// <param name="corpusVersion">Of the corpus they were found in.</param>
    /// <param name="model">Who writes.</param>
    internal static string KeyOf(WritingTask task, long corpusVersion, string? model) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{task.Question}\n{task.AsOf:yyyy-MM-dd}\n{corpusVersion}\n{model}\n{AnswerPrompt.Hash}\n{PassageSheet.Of(task.Passages)}")));

    /// <summary>What was written then; null where nothing was.</summary>
    public IReadOnlyList<DraftSentence>? Find(string key)
    {
        lock (gate)
            return kept.GetValueOrDefault(key);
    }

    /// <summary>Keeps a whole answer; the one that was kept first makes room.</summary>
    public void Keep(string key, IReadOnlyList<DraftSentence> written)
    {
        lock (gate)
        {
            if (!kept.TryAdd(key, written))
                return;
            oldest.Enqueue(key);
            if (oldest.Count > MostAnswers)
                kept.Remove(oldest.Dequeue());
        }
    }
}
