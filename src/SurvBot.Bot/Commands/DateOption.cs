using System.CommandLine;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Commands;

/// <summary>An option that takes a year, a month, a day or an instant.</summary>
internal sealed class DateOption(string name, string description)
{
    private readonly Option<string?> option = new(name) { Description = description, HelpName = "DATE" };

    public void AddTo(Command command) => command.Options.Add(option);

    /// <summary>The date, or null where the option is not given.</summary>
    /// <exception cref="CommandException">It is no date.</exception>
    public PartialDate? Read(ParseResult result) => result.GetValue(option) switch
    {
        null => null,
        var date when PartialDate.TryParse(date, out var parsed) => parsed,
        var date => throw CommandException.WrongUse($"{option.Name} {date} is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant."),
    };
}
