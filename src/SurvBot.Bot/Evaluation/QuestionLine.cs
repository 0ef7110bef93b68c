using SurvBot.Answers;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Evaluation;

/// <summary>One line of a question file: a question, and for a measurement what a right answer has.</summary>
public sealed record QuestionLine
{
    private static readonly HashSet<string> UnanswerableTypes = new(StringComparer.OrdinalIgnoreCase) { "nullquery", "null", "unanswerable", "falsepremise" };

    public required string Id { get; init; }
    public required string Question { get; init; }

    /// <summary>When it is asked; null for now.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>Earlier turns of the same thread, oldest first.</summary>
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>The kind of question, by which results are told apart.</summary>
    public string Type { get; init; } = "";

    /// <summary>Variants of the right answer: one of them must stand in the text.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Parts of the right answer, each with its variants: one of every part must stand in the text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AnswerGroups { get; init; } = [];

    /// <summary>Canonical URLs of the articles that answer it.</summary>
    public IReadOnlyList<string> GoldUrls { get; init; } = [];

    /// <summary>Whether the corpus is said to hold an answer.</summary>
    public bool IsAnswerable =>
        Answers.Count + AnswerGroups.Count > 0 && !UnanswerableTypes.Contains(string.Concat(Type.Where(char.IsLetter)));

    /// <summary>The last instant that <see cref="AsOf"/> covers, or <paramref name="now"/>.</summary>
    public DateTimeOffset AskedAt(DateTimeOffset now) => AsOf is { } date ? date.End.AddTicks(-1) : now;

    /// <summary>What is asked, at <see cref="AskedAt"/>.</summary>
    public Question ToQuestion(DateTimeOffset now) => new(Question, AskedAt(now), History);

    /// <summary>What to search for; a question is plain language, so nothing in it is a filter.</summary>
    public SearchQuery ToQuery(DateTimeOffset now, IReadOnlyList<string> corpusPublishers)
    {
        var read = QuestionReader.Read(ToQuestion(now), corpusPublishers);
        return new SearchQuery { Text = read.Text, AsOf = read.AsOf, Period = read.Period, NamedPublishers = read.Publishers };
    }
}
