using SurvBot.Bot.Channels.Slack;

namespace SurvBot.Tests.Channels.Slack;

public sealed class SlackOptionsTests
{
    [Fact]
    public void Without_settings_the_channel_is_off()
    {
        var options = Of();
        (options.IsOn, options.HearsHttp, options.FindFault()).ShouldBe((false, false, null));
    }

    [Theory]
    [InlineData("SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s")]
    [InlineData("SLACK_BOT_TOKEN= xoxb-1 ", "SLACK_APP_TOKEN=xapp-1")]
    [InlineData("SLACK_BOT_TOKEN=xoxe.xoxb-1", "SLACK_SIGNING_SECRET=s", "SLACK_API_URL=http://127.0.0.1:4003/api/")]
    [InlineData("SLACK_SIGNING_SECRET=s", "SLACK_CLIENT_ID=1.2", "SLACK_CLIENT_SECRET=c")]
    public void Settings_that_can_work_are_left_alone(params string[] variables)
    {
        var options = Of(variables);
        (options.IsOn, options.FindFault()).ShouldBe((true, null));
    }

    [Theory]
    [InlineData("Slack, signing secret: it is missing; set SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN=xoxb-1")]
    [InlineData("Slack, signing secret: it is missing; ", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=  ")]
    [InlineData("Slack, bot token: it is missing; ", "SLACK_SIGNING_SECRET=s")]
    [InlineData("Slack, bot token: it does not begin with xoxb-; ", "SLACK_BOT_TOKEN=xoxp-1", "SLACK_SIGNING_SECRET=s")]
    [InlineData("Slack, app token: it does not begin with xapp-; ", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_APP_TOKEN=xoxb-1")]
    [InlineData("Slack, client: its secret is missing; ", "SLACK_SIGNING_SECRET=s", "SLACK_CLIENT_ID=1.2")]
    [InlineData("Slack, API: it is not an https address; ", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s", "SLACK_API_URL=http://slack.example/api/")]
    [InlineData("Slack, API: it does not end with a slash; ", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s", "SLACK_API_URL=https://slack.example/api")]
    [InlineData("Slack, API: it is not an address; ", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s", "SLACK_API_URL=slack.com")]
    public void Settings_that_cannot_work_are_told_in_one_line(string line, params string[] variables)
    {
        string fault = Of(variables).FindFault().ShouldNotBeNull();
        fault.ShouldStartWith(line);
        fault.ShouldNotContain('\n');
    }

    [Fact]
    public void Limits_that_let_nothing_through_are_told()
    {
        new SlackOptions { BotToken = "xoxb-1", SigningSecret = "s", MostRequestBytes = 0 }.FindFault()!.ShouldStartWith("Slack, size of a request: ");
        new SlackOptions { BotToken = "xoxb-1", SigningSecret = "s", RequestTimeout = TimeSpan.Zero }.FindFault()!.ShouldStartWith("Slack, time of a request: ");
    }

    private static SlackOptions Of(params string[] variables) =>
        new SlackOptions().CompletedFrom(name => variables.FirstOrDefault(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..]);
}
