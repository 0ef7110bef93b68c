using SurvBot.Bot.Channels.Console;

namespace SurvBot.Tests.Channels.Console;

public sealed class ChatInputParserTests
{
    public static TheoryData<string, ChatInput> Lines() => new()
    {
        { "", new NoInput() },
        { " \t", new NoInput() },
        { "1", new FollowUpInput(1) },
        { " 12 ", new FollowUpInput(12) },
        { "2018", new AskInput("2018") },
        { "source 2", new SourceInput(2) },
        { "Source  [2]", new SourceInput(2) },
        { "[2]", new SourceInput(2) },
        { "source of it?", new AskInput("source of it?") },
        { "HISTORY", new HistoryInput() },
        { "new", new NewThreadInput() },
        { "new cameras in Leeds", new AskInput("new cameras in Leeds") },
        { "help", new HelpInput() },
        { "?", new HelpInput() },
        { "quit", new QuitInput() },
        { "exit", new QuitInput() },
        { "help me", new AskInput("help me") },
        { " Who bought cameras? ", new AskInput("Who bought cameras?") },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_is_a_line_that_says_nothing_else(string line, ChatInput input) => ChatInputParser.Parse(line).ShouldBe(input);
}
