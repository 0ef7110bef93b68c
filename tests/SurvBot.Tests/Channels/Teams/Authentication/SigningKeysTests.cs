using SurvBot.Bot.Channels.Teams.Authentication;

namespace SurvBot.Tests.Channels.Teams.Authentication;

public sealed class SigningKeysTests : IDisposable
{
    private readonly FakePlatform platform = new();
    private readonly SigningKeys keys;

    public SigningKeysTests() => keys = platform.Keys();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task Keys_are_read_once_for_all_who_come_at_the_same_time()
    {
        var open = new TaskCompletionSource();
        platform.Http.Gate = open.Task;
        var found = Enumerable.Range(0, 20).Select(_ => keys.FindAsync("key-1", Stop)).ToList();
        open.SetResult();
        (await Task.WhenAll(found)).ShouldAllBe(key => key != null);
        platform.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_was_rotated_in_is_good_for_the_first_request_that_needs_it()
    {
        await keys.FindAsync("key-1", Stop);
        platform.Publish("key-2");
        (await keys.FindAsync("key-2", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_that_came_before_the_key_does_not_delay_it()
    {
        (await keys.FindAsync("key-2", Stop)).ShouldBeNull();
        platform.Publish("key-2");
        (await keys.FindAsync("key-2", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Junk_does_not_hammer_the_metadata()
    {
        await keys.FindAsync("key-1", Stop);
        for (int i = 0; i < 500; i++)
            (await keys.FindAsync($"junk-{i}", Stop)).ShouldBeNull();
        platform.Reads.ShouldBe(1 + SigningKeys.MostRefreshesAtOnce);

        for (int minute = 0; minute < 10; minute++)
        {
            platform.Clock.Advance(SigningKeys.RefreshFloor);
            await keys.FindAsync("junk", Stop);
            await keys.FindAsync("more junk", Stop);
        }
        platform.Reads.ShouldBe(1 + SigningKeys.MostRefreshesAtOnce + 10);
        (await keys.FindAsync("key-1", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keys_are_read_anew_twice_a_day_so_that_one_that_was_withdrawn_is_good_no_more()
    {
        await keys.FindAsync("key-1", Stop);
        platform.Withdraw("key-1");
        platform.Clock.Advance(SigningKeys.ReadEvery - TimeSpan.FromSeconds(1));
        (await keys.FindAsync("key-1", Stop)).ShouldNotBeNull();
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        (await keys.FindAsync("key-1", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Old_keys_outlast_an_outage_but_not_for_more_than_a_day()
    {
        await keys.FindAsync("key-1", Stop);
        platform.IsDown = true;
        platform.Clock.Advance(TimeSpan.FromHours(23));
        (await keys.FindAsync("key-1", Stop)).ShouldNotBeNull();
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<MetadataUnreachableException>(() => keys.FindAsync("key-1", Stop));
    }

    [Fact]
    public async Task While_it_is_down_the_metadata_is_asked_once_in_a_while_and_then_found_again()
    {
        platform.IsDown = true;
        await Should.ThrowAsync<MetadataUnreachableException>(() => keys.FindAsync("key-1", Stop));
        int asked = platform.Http.Requests.Count;
        for (int i = 0; i < 50; i++)
            await Should.ThrowAsync<MetadataUnreachableException>(() => keys.FindAsync("key-1", Stop));
        platform.Http.Requests.Count.ShouldBe(asked);

        platform.IsDown = false;
        platform.Clock.Advance(SigningKeys.PauseAfterFailure);
        (await keys.FindAsync("key-1", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_can_tell_whether_an_unknown_key_is_good_while_the_metadata_is_down()
    {
        await keys.FindAsync("key-1", Stop);
        platform.IsDown = true;
        await Should.ThrowAsync<MetadataUnreachableException>(() => keys.FindAsync("key-2", Stop));
        (await keys.FindAsync("key-1", Stop)).ShouldNotBeNull();
    }
}
