using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurvBot.Acceptance.Chaos;

/// <summary>Somebody else keeps the file of chats to themselves.</summary>
[Trait("Category", "Chaos")]
public sealed class LockedStoreTests
{
    [Fact]
    public async Task A_file_that_takes_no_write_refuses_acknowledgements_while_the_platform_still_waits_and_loses_none_that_was_given()
    {
        await using var rig = await Rig.CreateAsync("SurvBot__Delivery__Lease=00:00:05");
        await rig.StartAsync();
        rig.Senders.Say(50);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(rig.Data, "chats.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            other.Execute("BEGIN IMMEDIATE");
            rig.Senders.Say(50);
            await Eventually.BeTrueAsync(() => rig.Senders.Count(HttpStatusCode.ServiceUnavailable) >= 8, "refused by 503");
            (await rig.IsReadyAsync()).ShouldBeFalse("it says that it takes no messages");
        }

        (await rig.SettleAsync("locked file", 1)).ShouldBeClean(100);
        rig.Senders.Statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], ignoreOrder: true);
        (await rig.IsReadyAsync()).ShouldBeTrue();
    }
}
