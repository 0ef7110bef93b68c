using System.Globalization;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Replies;

/// <summary>What SurvBot says in its own words around an answer.</summary>
internal static class ReplyWording
{
    public static string Searching(int articles) => $"Searching {Count(articles, "article")}…";

    public static string Reading(int passages) => $"Reading {Count(passages, "passage")}…";

    /// <summary>As of when, how new, how many; for an abstention, what there was to search.</summary>
    public static IReadOnlyList<string> Evidence(Answer answer)
    {
        var parts = new List<string> { $"As of {Day(answer.AsOf)}" };
        if (answer.Evidence is { Articles: > 0 } evidence)
        {
            if (evidence.Newest is { } newest)
                parts.Add($"newest source {newest.ToDisplayString()}");
            parts.Add(evidence.Articles == 1 ? "1 article" : $"{evidence.Articles} articles, {evidence.IndependentSources} independent");
        }
        else
        {
            parts.Add($"{Count(answer.Corpus.Articles, "article")} searched");
            if (answer.Corpus.NewestPublished is { } newest)
                parts.Add($"newest {newest.ToDisplayString()}");
        }
        return parts;
    }

    /// <summary>"The valuation of SenseTime over time".</summary>
    public static string OverTime(string slot) => $"{(slot.Length > 0 ? char.ToUpperInvariant(slot[0]) : ' ')}{slot.AsSpan(Math.Min(1, slot.Length))} over time".TrimStart();

    /// <summary>What was looked for, when and by whom; null when that is nothing.</summary>
    public static string? SearchedFor(Searched searched)
    {
        var parts = new List<string>();
        if (searched.Queries.Count > 0)
            parts.Add(string.Join("; ", searched.Queries.Select(query => $"“{query}”")));
        if (searched.From is { } from)
            parts.Add($"from {Day(from)}");
        if (searched.To is { } to)
            parts.Add($"before {Day(to)}");
        if (searched.Publishers.Count > 0)
            parts.Add($"in {string.Join(", ", searched.Publishers)}");
        return parts.Count == 0 ? null : $"Searched for {string.Join(" · ", parts)}";
    }

    /// <summary>Which part of the question no quote speaks of.</summary>
    public static string NotEstablished(Answer answer)
    {
        var missing = (answer.Interpretation?.Entities ?? []).Where(name => !IsSpokenOf(name, answer)).ToList();
        return missing.Count == 0 ? "This answers only a part of the question." : $"This answers only a part of the question: nothing quoted here speaks of {string.Join(" or ", missing)}.";
    }

    private static bool IsSpokenOf(string name, Answer answer) =>
        answer.Sentences.Select(sentence => sentence.Text).Concat(answer.Citations.Select(citation => citation.Title)).Any(text => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Day(DateTimeOffset instant) => PartialDate.OfInstant(instant).ToDisplayString();
}
