using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Generation.Writing;

/// <summary>Writes as a model does that was told to shorten, and lies now and then: the same over the same passages.</summary>
internal static partial class CopyingModel
{
    /// <summary>A line for some sentences of every passage in the prompt.</summary>
    public static string Say(IReadOnlyList<ChatMessage> messages)
    {
        var lines = new List<string>();
        foreach (Match passage in Passage().Matches(messages[1].Text))
        {
            string text = PassageSheet.WithoutMarks(passage.Groups["text"].Value);
            foreach (var span in SentenceSplitter.Split(text))
                lines.Add($"{Told(text[span.Start..span.End], span.Start)} [{passage.Groups["n"].Value}]");
        }
        return string.Join('\n', lines.Take(6));
    }

    private static string Told(string sentence, int seed)
    {
        string[] words = sentence.Split(' ');
        int way = (sentence.Length + seed) % 8;
        return way switch
        {
            0 => sentence,
            1 => string.Join(' ', words.Take(Math.Max(3, words.Length - 2))).TrimEnd('.', ',') + ".",
            2 => Figure().Replace(sentence, "97", 1),
            3 => sentence.Replace(" was ", " was not ", StringComparison.Ordinal).Replace(" sold ", " did not sell ", StringComparison.Ordinal),
            4 => sentence.Replace("allegedly ", "", StringComparison.Ordinal).Replace("reportedly ", "", StringComparison.Ordinal),
            5 => $"{sentence.TrimEnd('.')}, see https://evil.example/.",
            6 => $"{sentence.TrimEnd('.')} and Zorg laughed.",
            _ => string.Join(' ', words.Skip(1)),
        };
    }

    [GeneratedRegex(@"^\[(?<n>\d+)\][^\n]*\n«(?<text>[^»]*)»", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Passage();

    [GeneratedRegex(@"\d[\d.,]*\d|\d")]
    private static partial Regex Figure();
}
