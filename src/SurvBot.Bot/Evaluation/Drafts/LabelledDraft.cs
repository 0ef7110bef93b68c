using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Answers.Checking;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Evaluation.Drafts;

/// <summary>A drafted sentence over passages, and whether a person says that they back it.</summary>
/// <param name="Id">Names it in the details.</param>
/// <param name="Passages">What the sentence may cite.</param>
/// <param name="Sentence">As a model would write it, without markers.</param>
/// <param name="Cites">Numbers of the passages it cites.</param>
/// <param name="Label">"kept" for an honest sentence; else the one thing that is wrong with it.</param>
public sealed record LabelledDraft(string Id, IReadOnlyList<LabelledPassage> Passages, string Sentence, IReadOnlyList<int> Cites, string Label)
{
    /// <summary>The label of what the passages back.</summary>
    public const string Kept = "kept";

    /// <summary>Reads a line of a file of drafts.</summary>
    /// <exception cref="FormatException">It is not such a line.</exception>
    public static LabelledDraft Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LabelledDraft>(line, AnswerJson.Compact) is { Id: not null, Passages: not null, Sentence: not null, Cites: not null, Label: not null } draft && draft.Passages.All(passage => passage is { Title: not null, Text: not null })
                ? draft : throw new FormatException("a draft has \"id\", \"passages\", \"sentence\", \"cites\" and \"label\"; a passage has \"title\" and \"text\"");
        }
        catch (JsonException fault)
        {
            throw new FormatException("not a drafted sentence", fault);
        }
    }
}

/// <summary>A passage of a file of drafts.</summary>
public sealed record LabelledPassage(int N, string? Publisher, string Title, string? Published, string Text)
{
    internal NumberedPassage Numbered()
    {
        var article = new Article
        {
            Url = $"https://drafts.invalid/{N}",
            Title = Title,
            Publisher = Publisher,
            PublishedAt = PartialDate.TryParse(Published, out var date) ? date : null,
            RetrievedAt = DateTimeOffset.UnixEpoch,
            Body = Text,
        };
        return NumberedPassage.Of(N, article, new TextSpan(0, Text.Length));
    }
}
