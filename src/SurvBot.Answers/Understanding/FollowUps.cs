using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Makes a question that leans on its thread stand alone, without a model: what it refers to is spelled out from earlier turns.</summary>
internal static partial class FollowUps
{
    private const int FewWords = 4;

    /// <summary>The question itself when it stands alone; otherwise with the topic of the thread added.</summary>
    public static string Standalone(string question, IReadOnlyList<Turn> history)
    {
        if (history.Count == 0)
            return question;
        string previous = Standalone(history[^1].Question, [.. history.SkipLast(1)]);
        if (Swap().Match(question.Trim()) is { Success: true } swap)
            return SwapTopic(previous, swap.Groups["topic"].Value.TrimEnd('?', ' ', '.'));
        bool hasOwnTopic = NameMentions.In(question).Count > 0;
        if (hasOwnTopic && !PointsBack().IsMatch(question))
            return question;
        if (!PointsBack().IsMatch(question) && Terms.In(question).Count >= FewWords)
            return question;
        var topic = NameMentions.In(previous).Where(name => !question.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        // "Since when?" asks about the whole earlier question, "who leads it?" about its names.
        return Terms.In(question).Count <= 1 || topic.Count == 0
            ? $"{question.TrimEnd('?', ' ')} — {previous}"
            : $"{question.TrimEnd('?', ' ')} ({string.Join(", ", topic)})?";
    }

    /// <summary>"What about Megvii?" asks the earlier question of another topic.</summary>
    private static string SwapTopic(string previous, string topic)
    {
        var names = NameMentions.In(previous);
        // A topic is no sentence: its first capital makes a name. "In Europe" narrows the question and replaces nobody.
        return names.Count > 0 && NameMentions.In($"about {topic}").Count > 0 && !Narrowing().IsMatch(topic)
            ? previous.Replace(names[0], topic, StringComparison.Ordinal)
            : $"{previous.TrimEnd('?', ' ')} {topic}?";
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(and |but |ok,? |so )*(what|how) about (?<topic>.{2,80})$|^(and|but) (?<topic>(in|at|for|by|with|on|from) .{2,80})$", Options)]
    private static partial Regex Swap();

    [GeneratedRegex(@"^(in|at|for|by|with|on|from)\b", Options)]
    private static partial Regex Narrowing();

    [GeneratedRegex(@"\b(it|its|he|him|his|she|her|they|them|their|that|this|those|these|there|then|the (company|firm|startup|start-up|city|agency|law|ban|tool|app|system|software|case|lawsuit|settlement|deal|round|police))\b|\b(else|more|also)\b", Options)]
    private static partial Regex PointsBack();
}
