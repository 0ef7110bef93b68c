using System.CommandLine;

namespace SurvBot.Bot.Commands;

/// <summary>Lets somebody ask as if at another time: nothing published later answers.</summary>
internal sealed class AsOfOption
{
    private readonly DateOption option = new("--as-of", "Ask as if at the end of this year, month or day (UTC), or at this instant; else now");

    public void AddTo(Command command) => option.AddTo(command);

    /// <summary>The last instant of the date, or null for now.</summary>
    /// <exception cref="CommandException">It is no date.</exception>
    public DateTimeOffset? Read(ParseResult result) => option.Read(result)?.End.AddTicks(-1);
}
