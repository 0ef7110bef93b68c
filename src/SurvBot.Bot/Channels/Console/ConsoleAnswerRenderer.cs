using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows an answer to a person at a terminal: text, disagreement, evidence, sources, what to ask next.</summary>
public sealed partial class ConsoleAnswerRenderer(IAnsiConsole console)
{
    private readonly TerminalPage page = new(console);

    public void Render(Answer answer)
    {
        foreach (string paragraph in TerminalText.Paragraphs(answer.Text).Split('\n'))
            page.Write(paragraph, style: Markers);
        if (answer.Abstention is { } abstention)
            RenderAbstention(abstention, answer.Text);
        RenderConflicts(answer.Conflicts);
        RenderTimeline(answer.Timeline ?? []);
        page.Blank();
        page.Write(EvidenceStrip(answer), style: Dim);
        RenderSources(answer.Citations);
        RenderFollowUps(answer.FollowUps);
    }

    private void RenderAbstention(Abstention abstention, string text)
    {
        string reason = TerminalText.Line(abstention.Reason);
        if (reason.Length > 0 && !TerminalText.Line(text).Contains(reason, StringComparison.Ordinal))
            page.Write(reason);
        if (Searched(abstention.Searched) is { Length: > 0 } searched)
            page.Write(searched, style: Dim);
        if (abstention.Nearest.Count == 0)
            return;
        page.Blank();
        page.Heading("Nearest articles");
        foreach (var near in abstention.Nearest)
        {
            page.Write(Named(near.Publisher, near.Title, near.PublishedAt), "  ");
            page.Write(TerminalText.Line(near.Url), "  ", Dim);
        }
    }

    private static string Searched(Searched searched)
    {
        var parts = new List<string>();
        if (searched.Queries.Count > 0)
            parts.Add(string.Join("; ", searched.Queries.Select(query => $"“{TerminalText.Line(query)}”")));
        if (searched.From is { } from)
            parts.Add($"from {Day(from)}");
        if (searched.To is { } to)
            parts.Add($"before {Day(to)}");
        if (searched.Publishers.Count > 0)
            parts.Add($"in {string.Join(", ", searched.Publishers.Select(TerminalText.Line))}");
        return parts.Count == 0 ? "" : $"Searched for {string.Join(" · ", parts)}";
    }

    private void RenderConflicts(IReadOnlyList<Conflict> conflicts)
    {
        foreach (var conflict in conflicts)
        {
            page.Blank();
            page.Write($"Sources disagree on {TerminalText.Line(conflict.Slot)}:");
            foreach (var position in conflict.Positions)
                page.Write($"{TerminalText.Line(position.Value)}{(position.AsOf is { } asOf ? $" ({asOf.ToDisplayString()})" : "")} {Numbers(position.Citations)}", "  - ", Markers);
        }
    }

    private void RenderTimeline(IReadOnlyList<TimelineEntry> timeline)
    {
        if (timeline.Count == 0)
            return;
        page.Blank();
        foreach (var entry in timeline)
            page.Write($"{TerminalText.Line(entry.Text)} {Numbers(entry.Citations)}", $"{entry.Date.ToDisplayString(),11}  ", Markers);
    }

    private static string EvidenceStrip(Answer answer)
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
            parts.Add(Articles(answer.Corpus.Articles) + " searched");
            if (answer.Corpus.NewestPublished is { } newest)
                parts.Add($"newest {newest.ToDisplayString()}");
        }
        return string.Join(" · ", parts);
    }

    private void RenderSources(IReadOnlyList<Citation> citations)
    {
        if (citations.Count == 0)
            return;
        page.Blank();
        page.Heading("Sources");
        foreach (var citation in citations)
            page.Write($"{Source(citation)}, {TerminalText.Line(citation.Url)}", $"[{citation.N}] ");
    }

    private static string Source(Citation citation)
    {
        if (citation.SourceKind != SourceKind.Brief)
            return Named(citation.Publisher, citation.Title, citation.PublishedAt);
        string after = citation.Publisher is null ? "" : $", after {TerminalText.Line(citation.Publisher)}";
        return $"SurvBot brief{after}{(citation.PublishedAt is { } date ? $", {date.ToDisplayString()}" : "")}";
    }

    private void RenderFollowUps(IReadOnlyList<FollowUp> followUps)
    {
        if (followUps.Count == 0)
            return;
        page.Blank();
        page.Heading("You could ask next");
        foreach (var followUp in followUps)
            page.Write(TerminalText.Line(followUp.Text), "  ");
    }

    private static string Named(string? publisher, string title, PartialDate? published) =>
        string.Join(", ", ((string?[])[publisher is null ? null : TerminalText.Line(publisher), $"“{TerminalText.Line(title)}”", published?.ToDisplayString()]).Where(part => part is not null));

    private static string Articles(int count) => count == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles");

    private static string Numbers(IReadOnlyList<int> citations) => string.Concat(citations.Select(n => $"[{n}]"));

    private static string Day(DateTimeOffset instant) => PartialDate.OfInstant(instant).ToDisplayString();

    private static string Markers(string escaped) => EscapedMarker().Replace(escaped, "[blue]$0[/]");

    private static string Dim(string escaped) => $"[grey]{escaped}[/]";

    // Spectre's escape doubles the brackets.
    [GeneratedRegex(@"\[\[\d+\]\]")]
    private static partial Regex EscapedMarker();
}
