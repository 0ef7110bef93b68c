using System.Text.Json.Serialization;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers;

/// <summary>What somebody asks.</summary>
/// <param name="Text">In their own words.</param>
/// <param name="AsOf">The instant it is asked at: nothing published later may answer it.</param>
/// <param name="History">Earlier turns of the same thread, oldest first.</param>
[method: JsonConstructor]
public sealed record Question(string Text, DateTimeOffset AsOf, IReadOnlyList<Turn> History)
{
    /// <summary>A question without a thread.</summary>
    public Question(string text, DateTimeOffset asOf) : this(text, asOf, [])
    {
    }

    /// <summary>Only what is new or has changed since the beginning of this date is wanted; null for a plain question.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>Only articles of these publishers (proper names) may answer; empty for all.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>Whose budget it is answered from.</summary>
    public Asker Asker { get; init; } = Asker.CommandLine;
}

/// <summary>An earlier question of the same thread and the text it was answered with.</summary>
public sealed record Turn(string Question, string? Answer);
