namespace SurvBot.Acceptance.Chaos;

/// <summary>Two programs on one folder.</summary>
[Trait("Category", "Chaos")]
public sealed class SecondProcessTests
{
    [Fact]
    public async Task A_second_program_on_a_folder_is_refused_in_one_line_and_the_first_goes_on()
    {
        await using var rig = await Rig.CreateAsync();
        await rig.StartAsync();
        using var second = rig.LaunchAnother();
        (await SurvBotProcess.FinishAsync(second)).ShouldFailInOneLine().ShouldBe($"Another SurvBot serves {rig.Data}: stop it, or use another --data folder.");

        rig.Senders.Say(10);
        (await rig.SettleAsync("second process", 1)).ShouldBeClean(10);
    }
}
