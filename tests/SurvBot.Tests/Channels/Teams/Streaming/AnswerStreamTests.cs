using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Streaming;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams.Streaming;

public sealed class AnswerStreamTests : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly ScriptedConnector teams = new();
    private readonly AnswerStream stream;

    public AnswerStreamTests() => stream = new AnswerStream(teams, ScriptedConnector.ServiceUrl, "chat", clock);

    [Fact]
    public async Task It_grows_step_by_step_and_ends_without_a_number()
    {
        (await stream.BeginAsync("Searching…", Stop)).ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.ShowAsync("One.", false, Stop);
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.ShowAsync("One. Two.", false, Stop);
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.EndAsync(Answer, Stop);

        teams.Sent.Select(sent => (sent.What.Type, sent.What.Text, Kind(sent.What), Number(sent.What), Member.Text(ScriptedConnector.StreamOf(sent.What), "streamId"))).ShouldBe(
        [
            ("typing", "Searching…", "informative", 1, null),
            ("typing", "One.", "streaming", 2, "a1"),
            ("typing", "One. Two.", "streaming", 3, "a1"),
            ("message", "One. Two. Three.", "final", null, "a1"),
        ]);
    }

    [Fact]
    public async Task Steps_that_come_too_fast_are_left_out_and_the_end_waits()
    {
        await stream.BeginAsync("Searching…", Stop);
        await stream.ShowAsync("One.", false, Stop);
        var end = stream.EndAsync(Answer, Stop);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        end.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await end;
        teams.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_does_not_begin_with_what_was_shown_is_not_shown()
    {
        await stream.BeginAsync("Searching…", Stop);
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.ShowAsync("One.", false, Stop);
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.ShowAsync("Another.", false, Stop);
        await stream.ShowAsync("Reading…", true, Stop);
        teams.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_more_is_said_after_the_reader_stopped_it()
    {
        await stream.BeginAsync("Searching…", Stop);
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamCanceled));
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.ShowAsync("One.", false, Stop);
        clock.Advance(TimeSpan.FromSeconds(2));
        (await stream.EndAsync(Answer, Stop)).ShouldBeTrue();
        teams.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_more_is_said_when_it_is_stopped_at_the_very_end()
    {
        await stream.BeginAsync("Searching…", Stop);
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamCanceled));
        clock.Advance(TimeSpan.FromSeconds(2));
        await stream.EndAsync(Answer, Stop);
        teams.Sent.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(TeamsRefusal.StreamTimedOut)]
    [InlineData(TeamsRefusal.StreamRewritten)]
    [InlineData(TeamsRefusal.StreamCompleted)]
    public async Task A_stream_that_ended_before_says_that_the_answer_is_not_there(TeamsRefusal refusal)
    {
        await stream.BeginAsync("Searching…", Stop);
        teams.Faults.Enqueue(ScriptedConnector.Refused(refusal));
        clock.Advance(TimeSpan.FromSeconds(2));
        (await stream.EndAsync(Answer, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nothing_can_be_streamed_it_does_not_begin()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamNotAllowed));
        (await stream.BeginAsync("Searching…", Stop)).ShouldBeFalse();
    }

    public void Dispose() => stream.Dispose();

    private static Activity Answer => new() { Type = "message", Text = "One. Two. Three." };

    private static string? Kind(Activity activity) => Member.Text(ScriptedConnector.StreamOf(activity), "streamType");

    private static int? Number(Activity activity) => Member.At(ScriptedConnector.StreamOf(activity), "streamSequence")?.GetInt32();
}
