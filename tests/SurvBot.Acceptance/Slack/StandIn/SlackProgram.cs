using System.Net;
using System.Text.Json;
using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>The built program beside a stand-in for Slack, and the hands of those who write there.</summary>
public sealed class SlackProgram : IAsyncLifetime
{
    public const string Question = "Who led SenseTime's 2018 funding round?", AnswerWord = "Alibaba";

    private SlackStandIn? slack;

    public ServedSurvBot Served { get; } = new();

    internal SlackStandIn Slack => slack ?? throw new InvalidOperationException("It was not started.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        slack = await SlackStandIn.StartAsync();
        foreach (var (name, value) in SlackSigned.Settings(slack.ApiUrl))
            Served.SurvBot.Environment[name] = value;
        // On keywords alone an answer is there in a few milliseconds.
        Served.SurvBot.Environment["SurvBot__Embedding__ModelPath"] = Path.Combine(Served.SurvBot.Folder, "none");
        await Served.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        if (slack is not null)
            await slack.DisposeAsync();
    }

    /// <summary>Delivers an event as Slack does.</summary>
    internal async Task DeliverAsync(SlackWord word, int retry = 0)
    {
        using var request = SlackSigned.Event(Served.Url, word, retry);
        using var response = await Served.Http.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Says a question; gives the message that its thread is under.</summary>
    internal async Task<string> SayAsync(SlackTalk talk, string question = Question)
    {
        var words = talk.Question(question);
        await Task.WhenAll(words.Select(word => DeliverAsync(word)));
        return words[0].Ts;
    }

    /// <summary>Asks, and waits for the one answer.</summary>
    internal async Task<SlackPost> AskAsync(SlackTalk talk, string question = Question)
    {
        await SayAsync(talk, question);
        await Eventually.BeTrueAsync(() => Slack.PostsIn(talk.Room).Any(post => post.IsAnswer), $"an answer in {talk.Room}; called was {string.Join(", ", Slack.CallsFor(talk.Room).Select(call => call.Method))}");
        await SettleAsync();
        return Slack.PostsIn(talk.Room).ShouldHaveSingleItem();
    }

    /// <summary>Asks, whatever trouble is planned there: the answer stands once, whole, and nothing seems to be under way.</summary>
    internal async Task ShouldAnswerAsync(SlackTalk talk)
    {
        var post = await AskAsync(talk);
        post.Words.ShouldContain(AnswerWord);
        post.IsStreaming.ShouldBeFalse();
        Slack.Working.ShouldNotContain(thread => thread.Room == talk.Room);
    }

    /// <summary>Presses a button; gives what is answered to who pressed it.</summary>
    internal async Task<JsonElement> PressAsync(SlackTalk talk, SlackPost post, JsonElement button)
    {
        string url = await PressOnlyAsync(talk, post, button);
        await Eventually.BeTrueAsync(() => Slack.ResponsesTo(url).Count > 0, $"{button.TextOf("action_id")} is answered");
        return Slack.ResponsesTo(url)[0];
    }

    /// <summary>Presses a button; gives the address for its answers.</summary>
    internal async Task<string> PressOnlyAsync(SlackTalk talk, SlackPost post, JsonElement button)
    {
        string url = Slack.NewResponseUrl();
        using var request = SlackSigned.Form($"{Served.Url}slack/interactive", ("payload", talk.Press(post, button.TextOf("action_id")!, button.TextOf("value")!, url).ToJsonString()));
        using var response = await Served.Http.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return url;
    }

    /// <summary>Uses the slash command; gives the address for its answers.</summary>
    internal async Task<string> CommandAsync(SlackTalk talk, string text)
    {
        string url = Slack.NewResponseUrl();
        using var request = SlackSigned.Form($"{Served.Url}slack/commands", ("team_id", SlackTalk.Team), ("channel_id", talk.Room), ("user_id", talk.User), ("command", "/survbot"), ("text", text), ("response_url", url), ("trigger_id", Guid.NewGuid().ToString("N")));
        using var response = await Served.Http.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return url;
    }

    /// <summary>Waits until nothing is left to answer or to send, with nothing put aside.</summary>
    internal Task SettleAsync() => Eventually.BeTrueAsync(() => Ledger.OpenRows(Served.SurvBot.Data) == 0, "nothing waits or was put aside");

    /// <summary>No rule of Slack was broken since the start.</summary>
    internal void ShouldKeepTheRules() => Slack.Violations.ShouldBeEmpty();
}
