namespace SurvBot.Bot.Channels.Console;

/// <summary>What can be typed in a chat.</summary>
internal static class ChatHelp
{
    public static TerminalBlock Block { get; } = new(
    [
        Line("a question", "asks it, with what was said before in mind: \"And in Europe?\""),
        Line("1", "asks the first of the questions that the last answer proposes"),
        Line("source 2, or [2]", "shows a source of the last answer with its quotes"),
        Line("history", "lists what you asked"),
        Line("new", "changes the subject: what was said before no longer counts"),
        Line("help", "shows this"),
        Line("quit, or Ctrl-D", "ends the chat"),
    ]);

    private static TerminalLine Line(string input, string meaning) => new(meaning, $"  {input,-17}  ");
}
