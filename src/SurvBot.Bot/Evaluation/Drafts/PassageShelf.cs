using SurvBot.Answers.Checking;

namespace SurvBot.Bot.Evaluation.Drafts;

/// <summary>Keeps the passages of a file, so that each is read once however many drafts rest on it.</summary>
public sealed class PassageShelf
{
    private readonly Dictionary<LabelledPassage, NumberedPassage> kept = [];

    /// <summary>The passages of a draft, as a model would be given them.</summary>
    public IReadOnlyList<NumberedPassage> Of(LabelledDraft draft) => [.. draft.Passages.Select(Of)];

    private NumberedPassage Of(LabelledPassage passage) => kept.TryGetValue(passage, out var known) ? known : kept[passage] = passage.Numbered();
}
