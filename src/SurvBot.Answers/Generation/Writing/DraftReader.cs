using System.Text;
using System.Text.RegularExpressions;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Reads drafted sentences out of a model's text while it comes, however the model keeps to the form it was asked for.</summary>
internal sealed partial class DraftReader
{
    // A line that goes on for longer is no sentence.
    private const int MostLine = 4_000;

    // More passages than there are on a sheet.
    private const int MostOfRange = 20;

    private readonly StringBuilder line = new();

    /// <summary>The sentences that are complete with this piece.</summary>
    public IEnumerable<DraftedSentence> Read(string piece)
    {
        foreach (char c in piece)
            if (c is '\n' or '\r')
            {
                foreach (var sentence in Complete())
                    yield return sentence;
            }
            else if (line.Length < MostLine)
                line.Append(c);
    }

    /// <summary>The sentences of what is left; none where the text was cut off in the middle of one.</summary>
    public IEnumerable<DraftedSentence> Complete()
    {
        string text = Noise().Replace(PassageSheet.WithoutMarks(line.ToString()), "").Trim();
        line.Clear();
        return text.Length == 0 || Form().IsMatch(text) ? [] : Sentences(text);
    }

    /// <summary>Each with the numbers inside and behind it; one without any rests on what the next of its line rests on.</summary>
    private static List<DraftedSentence> Sentences(string line)
    {
        var (prose, markers) = WithoutMarkers(line);
        var found = new List<DraftedSentence>();
        int from = 0;
        foreach (var span in SentenceSplitter.Split(prose))
        {
            var (after, end) = (from, span.End);
            var numbers = markers.Where(marker => (after == 0 || marker.At > after) && marker.At <= end).Select(marker => marker.N).Distinct();
            found.Add(new DraftedSentence(CitationResolver.Fold(span.In(prose)), [.. numbers]));
            from = end;
        }
        for (int i = found.Count - 2; i >= 0; i--)
            if (found[i].Citations.Count == 0)
                found[i] = found[i] with { Citations = found[i + 1].Citations };
        // A heading or an introduction is no sentence; a sentence that cites nothing is one that must be told of.
        return [.. found.Where(sentence => sentence.Citations.Count > 0 || sentence.Text[^1] is '.' or '!' or '?')];
    }

    /// <summary>The line as it is read, and where in it each number stood.</summary>
    private static (string Prose, List<(int At, int N)> Markers) WithoutMarkers(string line)
    {
        var prose = new StringBuilder();
        var markers = new List<(int, int)>();
        int from = 0;
        foreach (Match run in Markers().Matches(line))
        {
            prose.Append(line, from, run.Index - from);
            markers.AddRange(Numbers(run.Value).Select(n => (prose.Length, n)));
            from = run.Index + run.Length;
            // "… cameras. [1].": one full stop is enough.
            if (from < line.Length && line[from] == '.' && prose.Length > 0 && prose[^1] is '.' or '!' or '?')
                from++;
        }
        return (prose.Append(line, from, line.Length - from).ToString(), markers);
    }

    /// <summary>Of "[1-3]" all three.</summary>
    private static IEnumerable<int> Numbers(string run) =>
        Number().Matches(run).SelectMany(number => int.Parse(number.Groups["from"].ValueSpan) is var first && number.Groups["to"].Success && int.Parse(number.Groups["to"].ValueSpan) is var last && last > first && last - first < MostOfRange
            ? Enumerable.Range(first, last - first + 1)
            : [first]);

    // "[1]", "[1][3]", "[1, 3]", "[1-3]", "[^1]", "[passage 2]", "【1】", and "(1)" where nothing but the end of a sentence stands around it.
    [GeneratedRegex(@"(\s*([\[【]\s*(\^|passages?\s+)?[0-9]{1,3}(\s*([,;–-]|and)\s*[0-9]{1,3})*\s*(†[^\]】]*)?[\]】]|(?<=[.!?][""”’]?\s?)\([0-9]{1,2}\)))+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markers();

    [GeneratedRegex(@"(?<from>[0-9]{1,3})(\s*[–-]\s*(?<to>[0-9]{1,3}))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // What stands before a sentence in a list, a quotation or a heading, and what makes words fat.
    [GeneratedRegex(@"^\s*([-*•>#]+\s+|[0-9]{1,2}[.)]\s+)+|\*\*|__", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    // Lines of JSON or code.
    [GeneratedRegex(@"^(```|[{}]|\[\s*(\{|$)|\]|""\w+""\s*:)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
