using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class UsageCommandTests : IDisposable
{
    private readonly CommandLine commands = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task A_number_of_days_that_is_none_is_wrong_use() =>
        (await commands.RunAsync("usage", "--days", "0")).ShouldBeWrongUse("--days needs a number of days, 1 or more. See 'survbot usage --help'.");

    [Fact]
    public async Task Without_chats_there_is_nothing_to_show() => (await commands.RunAsync("usage")).ExitCode.ShouldBe(1);
}
