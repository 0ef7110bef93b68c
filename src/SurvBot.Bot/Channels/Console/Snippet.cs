using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Bot.Channels.Console;

/// <summary>The part of a passage that says most about a search.</summary>
/// <param name="Text">One safe line.</param>
/// <param name="Matches">The words of <paramref name="Text"/> that were searched for, as they stand there.</param>
public sealed record Snippet(string Text, IReadOnlyList<string> Matches)
{
    private const string Ellipsis = "…";

    /// <summary>Cuts <paramref name="passage"/> to about <paramref name="length"/> characters around most of the <paramref name="terms"/>.</summary>
    public static Snippet Of(string passage, IReadOnlySet<string> terms, int length)
    {
        string line = TerminalText.Line(passage);
        var matches = Find(line, terms);
        var window = Window(line, matches, length);
        return new Snippet(
            (window.Start > 0 ? Ellipsis : "") + window.In(line) + (window.End < line.Length ? Ellipsis : ""),
            [.. matches.Where(match => match.Start >= window.Start && match.End <= window.End).Select(match => match.In(line)).Distinct()]);
    }

    private static List<TextSpan> Find(string line, IReadOnlySet<string> terms)
    {
        var found = new List<TextSpan>();
        var words = new Tokenizer(line);
        while (words.MoveNext())
            if (Terms.Of(words.Word) is { Length: > 0 } term && terms.Contains(term.ToString()))
                found.Add(new TextSpan(words.Start, words.End));
        return found;
    }

    private static TextSpan Window(string line, List<TextSpan> matches, int length)
    {
        if (line.Length <= length)
            return new TextSpan(0, line.Length);
        int best = matches.Count == 0 ? 0 : matches.MaxBy(first => matches.Count(match => match.Start >= first.Start && match.End <= first.Start + length)).Start;
        // Some words before the first match; nothing of a word that is cut.
        int start = Math.Clamp(best - length / 4, 0, line.Length - length);
        if (start > 0)
            start = line.IndexOf(' ', start) + 1 is var next and > 0 && next <= best ? next : best;
        int end = Math.Min(line.Length, start + length);
        if (end < line.Length && line.LastIndexOf(' ', end) is var last && last > start)
            end = last;
        return new TextSpan(start, end);
    }
}
