using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding;

/// <summary>Understands a question without a model: what it leans on, what sort of answer it wants, which time, names and publishers it speaks of.</summary>
public static partial class QuestionReader
{
    // One long question that joins several clauses asks several things.
    private const int WordsOfALongQuestion = 22;

    /// <param name="question">What was asked.</param>
    /// <param name="corpusPublishers">Proper names of the publishers whose articles can be found.</param>
    public static ReadQuestion Read(Question question, IReadOnlyList<string> corpusPublishers)
    {
        var (text, leansOnNothing) = FollowUps.Read(question.Text.Trim(), question.History);
        var (kind, head) = QuestionWording.Read(text);
        var publishers = PublisherMentions.Held(text, corpusPublishers);
        var missing = PublisherMentions.Missing(text, corpusPublishers);
        return new ReadQuestion
        {
            Text = text,
            LeansOnNothing = leansOnNothing,
            AsOf = question.AsOf,
            Kind = kind,
            Head = head,
            Period = TimeExpressions.Find(text, question.AsOf),
            AsksForLatest = QuestionWording.AsksForLatest(text),
            AsksForSeveral = QuestionWording.AsksForSeveral(text),
            Names = [.. NameMentions.In(text).Where(name => !publishers.Concat(missing).Any(publisher => publisher.Contains(name, StringComparison.OrdinalIgnoreCase)))],
            Figures = [.. Figure().Matches(text).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal))],
            Publishers = publishers,
            MissingPublishers = missing,
            Parts = PartsOf(text),
        };
    }

    private static List<string> PartsOf(string text)
    {
        if (text.Split(' ').Length < WordsOfALongQuestion)
            return [];
        var parts = Joint().Split(text).Select(part => part.Trim(' ', ',', '?')).Where(part => part.Split(' ').Length >= 4).ToList();
        return parts.Count > 1 ? parts : [];
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // Not "1990s": decades are written in many ways.
    [GeneratedRegex(@"(?<![\w.])\d+(,\d{3})*(\.\d+)?(?![\w])", Options)]
    private static partial Regex Figure();

    [GeneratedRegex(@",\s+(and\s+)?|;\s+|\s+and\s+(?=is|was|who|which|has|also|the|an?\s)|\s+while\s+|\s+compared to\s+|\s+as opposed to\s+", Options)]
    private static partial Regex Joint();
}
