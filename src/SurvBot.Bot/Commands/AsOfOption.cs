using System.CommandLine;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Commands;

/// <summary>Lets somebody ask as if at another time: nothing published later answers.</summary>
internal sealed class AsOfOption
{
    private readonly Option<string?> option = new("--as-of") { Description = "Ask as if at the end of this year, month or day (UTC), or at this instant; else now", HelpName = "DATE" };

    public void AddTo(Command command) => command.Options.Add(option);

    /// <summary>The last instant of the date, or null for now.</summary>
    /// <exception cref="CommandException">It is no date.</exception>
    public DateTimeOffset? Read(ParseResult result) => result.GetValue(option) switch
    {
        null => null,
        var date when PartialDate.TryParse(date, out var parsed) => parsed.End.AddTicks(-1),
        var date => throw CommandException.WrongUse($"--as-of {date} is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant."),
    };
}
