using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Tools;

/// <summary>Reads what a caller passes to a tool.</summary>
public static class ToolArguments
{
    private const int UsualCharacters = 500;

    /// <summary>The words, without blanks around them.</summary>
    /// <exception cref="ToolArgumentException">There are none, or too many.</exception>
    public static string Words(string name, string? words, int most = UsualCharacters)
    {
        if (string.IsNullOrWhiteSpace(words))
            throw new ToolArgumentException($"\"{name}\" is empty.");
        return words.Length <= most ? words.Trim() : throw new ToolArgumentException($"\"{name}\" has more than {most} characters.");
    }

    /// <summary>The date, or null where none is given.</summary>
    /// <exception cref="ToolArgumentException">It is no date.</exception>
    public static PartialDate? Date(string name, string? date) =>
        string.IsNullOrWhiteSpace(date) ? null
        : PartialDate.TryParse(date, out var parsed) ? parsed
        : throw new ToolArgumentException($"\"{name}\" is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant.");

    /// <summary>The number, or <paramref name="usual"/> where none is given.</summary>
    /// <exception cref="ToolArgumentException">It is less than <paramref name="least"/> or more than <paramref name="most"/>.</exception>
    public static int Number(string name, int? number, int usual, int least, int most) =>
        (number ?? usual) is var given && given >= least && given <= most ? given : throw new ToolArgumentException($"\"{name}\" goes from {least} to {most}.");
}
