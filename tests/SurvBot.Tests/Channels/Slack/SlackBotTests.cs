using SurvBot.Bot.Channels.Slack.Rendering;

namespace SurvBot.Tests.Channels.Slack;

public sealed class SlackBotTests : IAsyncLifetime
{
    private SlackDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory, InlineData("T1"), InlineData("E1")]
    public async Task A_workspace_that_is_allowed_or_in_an_organisation_that_is_gets_its_answer(string allowed)
    {
        desk.Options.AllowedWorkspaces.Add(allowed);
        await desk.Bot.HandleAsync(SomeSlack.Event(SomeSlack.Message()) with { Tenant = SlackDesk.Tenant with { Enterprise = "E1" } }, Stop);
        (await desk.AskedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_workspace_that_is_not_allowed_is_left_alone()
    {
        desk.Options.AllowedWorkspaces.Add("T2");
        await desk.HearAsync(SomeSlack.Message());
        await desk.HearAsync(SomeSlack.Mention());
        (await desk.Bot.HandleAsync(SomeSlack.Command("ask What is Viper?"), Stop)).ShouldBeNull();
        (await desk.Bot.HandleAsync(SomeSlack.Press(SlackActions.FollowUp1, "What is Viper?"), Stop)).ShouldBeNull();
        desk.Chats.Scalar<long>("SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM routes)").ShouldBe(0);
        desk.Slack.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_allowed_any_more_is_forgotten_all_the_same()
    {
        await desk.HearAsync(SomeSlack.Message("a private word", "1700.1"));
        await desk.HearAsync(SomeSlack.Message("another word", "1700.2"));
        desk.Options.AllowedWorkspaces.Add("T2");
        await desk.HearAsync("""{"type":"message","subtype":"message_deleted","deleted_ts":"1700.1","channel":"D1","channel_type":"im","previous_message":{"user":"UANN","ts":"1700.1"}}""");
        desk.Chats.HoldsOnDisk("a private word").ShouldBeFalse();
        await desk.HearAsync("""{"type":"app_uninstalled"}""");
        desk.Chats.HoldsOnDisk("another word").ShouldBeFalse();
        desk.Slack.Forgotten.ShouldHaveSingleItem();
    }
}
