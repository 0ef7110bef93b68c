using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels;

public sealed class OpenStreamsTests
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly OpenStreams<string> streams;

    public OpenStreamsTests() => streams = new OpenStreams<string>(TimeSpan.FromMinutes(3), clock);

    [Fact]
    public void A_stream_is_kept_until_its_answer_is_said()
    {
        streams.Keep("r1", "first");
        streams.Keep("r1", "second");
        streams.Find("r1").ShouldBe("second", "an earlier attempt's is not the one whose place is to be taken");
        streams.All.ShouldBe(["second"]);
        streams.Drop("r1");
        streams.Find("r1").ShouldBeNull();
    }

    [Fact]
    public void Streams_whose_answer_never_came_are_not_kept_for_ever()
    {
        streams.Keep("r1", "first");
        clock.Advance(TimeSpan.FromMinutes(4));
        streams.Keep("r2", "second");
        streams.Find("r1").ShouldBeNull();
        streams.Find("r2").ShouldNotBeNull();
    }
}
