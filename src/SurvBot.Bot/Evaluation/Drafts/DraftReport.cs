using SurvBot.Answers.Checking;

namespace SurvBot.Bot.Evaluation.Drafts;

/// <summary>How many lies leave, and how many honest sentences are lost.</summary>
/// <param name="Honest">Sentences that their passages back.</param>
/// <param name="Lost">Of these, how many the check stopped.</param>
/// <param name="Lies">Sentences with one thing wrong.</param>
/// <param name="Escaped">Of these, how many would have left.</param>
/// <param name="ByLabel">The same, one line a kind of lie.</param>
public sealed record DraftReport(int Honest, int Lost, int Lies, int Escaped, IReadOnlyList<LabelReport> ByLabel)
{
    public static DraftReport Of(IReadOnlyList<JudgedDraft> judged)
    {
        var honest = judged.Where(draft => draft.Label == LabelledDraft.Kept).ToList();
        var lies = judged.Except(honest).ToList();
        return new DraftReport(honest.Count, honest.Count(draft => draft.Objection is not null), lies.Count, lies.Count(draft => draft.Objection is null),
            [.. lies.GroupBy(draft => draft.Label).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new LabelReport(group.Key, group.Count(), group.Count(draft => draft.Objection is null)))]);
    }
}

/// <summary>One kind of lie.</summary>
public sealed record LabelReport(string Label, int Lies, int Escaped);

/// <summary>What the check said of a draft.</summary>
public sealed record JudgedDraft(string Id, string Label, string Sentence, ObjectionKind? Objection, string? What, double Coverage, IReadOnlyList<string> Unfound, IReadOnlyList<string> Backing);
