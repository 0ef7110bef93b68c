using System.Diagnostics;

namespace SurvBot.Acceptance;

/// <summary>A conversation through a pipe.</summary>
public sealed class ChatTests : IDisposable
{
    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task It_answers_line_by_line_with_the_thread_in_mind_and_ends_with_the_pipe()
    {
        var run = await ChatAsync("How much did SenseTime raise in its 2018 funding round?", "Who led it?", "[1]");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Alibaba");
        run.Output.ShouldContain("Sources\n[1] SurvBot brief, after ");
        run.Output.ShouldNotContain("> ");
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("loaded the starter corpus");
    }

    [Fact]
    public async Task Ctrl_C_while_it_waits_is_130()
    {
        using var process = survbot.Start("chat");
        await process.StandardInput.WriteLineAsync("help");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [SurvBotProcess.InterruptThatIsHeard(), $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = await SurvBotProcess.FinishAsync(process);
        run.ExitCode.ShouldBe(130);
        run.Errors.ShouldEndWith("Stopped.\n");
    }

    private async Task<SurvBotRun> ChatAsync(params string[] lines)
    {
        using var process = survbot.Start("chat");
        foreach (string line in lines)
            await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        return await SurvBotProcess.FinishAsync(process);
    }
}
