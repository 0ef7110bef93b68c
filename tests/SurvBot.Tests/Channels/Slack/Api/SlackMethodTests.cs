using System.Reflection;
using SurvBot.Bot.Channels.Slack.Api;

namespace SurvBot.Tests.Channels.Slack.Api;

public sealed class SlackMethodTests
{
    [Fact]
    public void All_that_is_called_is_listed() => SlackMethod.All.Select(method => method.Name).Order().ShouldBe(
        typeof(SlackMethod).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(SlackMethod)).Select(property => ((SlackMethod)property.GetValue(null)!).Name).Order());
}
