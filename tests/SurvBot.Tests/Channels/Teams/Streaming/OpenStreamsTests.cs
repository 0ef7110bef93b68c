using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Teams.Streaming;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams.Streaming;

public sealed class OpenStreamsTests
{
    private readonly FakeTimeProvider clock = new(Some.Now);

    [Fact]
    public void A_stream_is_kept_until_its_answer_is_said()
    {
        var streams = new OpenStreams(clock);
        using var stream = Stream();
        streams.Keep("r1", stream);
        streams.Find("r1", "").ShouldBe(stream);
        streams.Find("r1", "another post").ShouldBeNull("an earlier attempt's is not the one whose place is to be taken");
        streams.Drop("r1");
        streams.Find("r1", "").ShouldBeNull();
    }

    [Fact]
    public void Streams_whose_answer_never_came_are_not_kept_for_ever()
    {
        var streams = new OpenStreams(clock);
        streams.Keep("r1", Stream());
        clock.Advance(TimeSpan.FromMinutes(4));
        streams.Keep("r2", Stream());
        streams.Find("r1", "").ShouldBeNull();
        streams.Find("r2", "").ShouldNotBeNull();
    }

    private AnswerStream Stream() => new(new ScriptedConnector(), ScriptedConnector.ServiceUrl, "chat", clock);
}
