using System.Text;
using System.Text.RegularExpressions;
using SurvBot.Answers.Checking;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Reads drafted sentences out of a model's text while it comes, however the model keeps to the form it was asked for.</summary>
internal sealed partial class DraftReader
{
    // A line that goes on for longer is no sentence.
    private const int MostLine = 4_000;

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
        string text = PassageSheet.WithoutMarks(line.ToString());
        line.Clear();
        int from = 0;
        foreach (Match markers in Markers().Matches(text))
        {
            if (Prose(text[from..markers.Index]) is { Length: > 0 } prose)
                yield return new DraftedSentence(prose, [.. Number().Matches(markers.Value).Select(number => int.Parse(number.Value)).Distinct()]);
            from = markers.Index + markers.Length;
        }
        if (Prose(text[from..]) is { Length: > 0 } rest && SentenceSplitter.Split(rest).Count > 0)
            yield return new DraftedSentence(rest, []);
    }

    // What stands before a sentence in a list, and the full stop that closed the one before behind its markers.
    private static string Prose(string text) => text.Trim().TrimStart('-', '*', '•', '.', ' ', '\t').Trim();

    // "[1]", "[1][3]", "[1, 3]", "(1)".
    [GeneratedRegex(@"(\s*\[\s*\d{1,3}(\s*[,;]\s*\d{1,3})*\s*\])+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\d{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
