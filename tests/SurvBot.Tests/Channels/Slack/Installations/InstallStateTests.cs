using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Installations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Installations;

public sealed class InstallStateTests
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InstallState states;

    public InstallStateTests() => states = new InstallState(new SlackOptions { ClientSecret = "secret" }, clock);

    [Fact]
    public void It_ends_once()
    {
        var (state, cookie) = states.Begin();
        states.Ends(state, cookie).ShouldBeTrue();
        states.Ends(state, cookie).ShouldBeFalse();
    }

    [Fact]
    public void It_ends_in_the_browser_that_began()
    {
        var (state, cookie) = states.Begin();
        var (_, another) = states.Begin();
        states.Ends(state, another).ShouldBeFalse();
        states.Ends(state, null).ShouldBeFalse();
        states.Ends(state, cookie).ShouldBeTrue("a wrong try does not use it up");
    }

    [Fact]
    public void It_ends_within_ten_minutes()
    {
        var (state, cookie) = states.Begin();
        var (late, laterCookie) = states.Begin();
        clock.Advance(TimeSpan.FromSeconds(599));
        states.Ends(state, cookie).ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(2));
        states.Ends(late, laterCookie).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_else_can_make_one()
    {
        var (state, cookie) = new InstallState(new SlackOptions { ClientSecret = "guessed" }, clock).Begin();
        states.Ends(state, cookie).ShouldBeFalse();
        Gen.String[Gen.Char["abcXYZ019-_=+/. "], 0, 120].Sample(made => states.Ends(made, cookie).ShouldBeFalse());
        states.Ends(null, null).ShouldBeFalse();
    }
}
