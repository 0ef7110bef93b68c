using System.Net;

namespace SurvBot.Acceptance.Chaos;

/// <summary>The disk fills up while people write.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_acknowledgements_and_loses_none_that_was_given()
    {
        var parent = Directory.CreateTempSubdirectory("survbot-");
        using (var disk = SmallDisk.Mount(parent.FullName, megabytes: 32))
        await using (var rig = await Rig.CreateAsync("SurvBot__Delivery__Lease=00:00:05"))
        {
            rig.Data = Path.Combine(disk.Folder, "data");
            await rig.StartAsync();
            rig.Senders.Say(100);
            disk.Fill(freeKilobytes: 0);
            rig.Senders.Say(200);

            await Eventually.BeTrueAsync(() => rig.Senders.Count(HttpStatusCode.ServiceUnavailable) >= 20, "refused by 503");
            await Eventually.BeTrueAsync(() => IsRefusedAsync(rig, disk), "it says that it takes no messages");
            rig.Process.HasExited.ShouldBeFalse();
            disk.Empty();

            (await rig.SettleAsync("full disk", 1)).ShouldBeClean(300);
            rig.Senders.Statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], ignoreOrder: true);
            (await rig.IsReadyAsync()).ShouldBeTrue();
        }
        parent.Delete(recursive: true);
    }

    /// <summary>What the program frees by tidying up is taken from it as well.</summary>
    private static async Task<bool> IsRefusedAsync(Rig rig, SmallDisk disk)
    {
        disk.Fill(freeKilobytes: 0);
        return !await rig.IsReadyAsync();
    }
}
