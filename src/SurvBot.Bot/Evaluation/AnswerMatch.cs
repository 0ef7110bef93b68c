using System.Text;

namespace SurvBot.Bot.Evaluation;

/// <summary>Whether a text has an expected answer in it, however its apostrophes, quotes, dashes, spaces and capitals are typed.</summary>
public static class AnswerMatch
{
    // "US" does not stand in "bus", nor "no" in "nobody".
    private const int ShortAnswer = 3;

    /// <summary>Whether one of the variants, and one variant of every group, stands in the text; false when nothing is expected.</summary>
    public static bool IsRight(string text, QuestionLine question)
    {
        if (question.Answers.Count + question.AnswerGroups.Count == 0)
            return false;
        string plain = Plain(text);
        return (question.Answers.Count == 0 || question.Answers.Any(answer => Has(plain, answer)))
            && question.AnswerGroups.All(group => group.Any(variant => Has(plain, variant)));
    }

    /// <summary>Whether any expected string stands in the text, be it of one group only; false when nothing is expected.</summary>
    public static bool IsPartlyRight(string text, QuestionLine question)
    {
        string plain = Plain(text);
        return question.Answers.Concat(question.AnswerGroups.SelectMany(group => group)).Any(answer => Has(plain, answer));
    }

    private static bool Has(string plain, string expected)
    {
        string wanted = Plain(expected).TrimEnd('.');
        if (wanted.Length == 0)
            return false;
        for (int at = plain.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            if (StandsAlone(plain, at, at + wanted.Length))
                return true;
        return false;
    }

    /// <summary>A number is not part of a longer one, and a very short word not of another word.</summary>
    private static bool StandsAlone(string plain, int start, int end)
    {
        bool isShort = end - start <= ShortAnswer;
        return !Joins(plain, start - 1, start, isShort) && !Joins(plain, end, end - 1, isShort);
    }

    private static bool Joins(string plain, int outside, int inside, bool isShort) =>
        outside >= 0 && outside < plain.Length
        && (char.IsDigit(plain[inside]) ? char.IsDigit(plain[outside]) : isShort && char.IsLetterOrDigit(plain[outside]));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char folded = c switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '`' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (folded != ' ' || (plain.Length > 0 && plain[^1] != ' '))
                plain.Append(folded);
        }
        return plain.ToString().TrimEnd();
    }
}
