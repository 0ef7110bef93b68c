using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Delivery;

/// <summary>Both workers over one file of chats and a chat platform in memory.</summary>
public sealed class WorkersTests : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new(options => (options.Drain, options.AnswerFailures, options.SendFailures) = (TimeSpan.FromMilliseconds(200), 2, 2));
    private readonly ScriptedChannel channel = new();
    private Newsroom newsroom = null!;
    private AnswerWorker answering = null!;
    private DeliveryWorker sending = null!;
    private ServiceProvider meters = null!;
    private DeliveryMetrics metrics = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync([Newsroom.Draft("viper", "SenseTime is developing a service codenamed Viper. It parses data from thousands of live camera feeds.")]);
        meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        metrics = new DeliveryMetrics(meters.GetRequiredService<IMeterFactory>(), chats.Inbox, chats.Outbox);
        var handler = new MessageHandler(newsroom.Answers, newsroom.Greeting, chats.Conversations, new ConversationOptions());
        answering = new AnswerWorker(chats.Inbox, chats.Wake, handler, [channel], metrics, chats.Options, chats.Clock, NullLogger<AnswerWorker>.Instance);
        sending = new DeliveryWorker(chats.Outbox, chats.Wake, [channel], chats.Options, chats.Clock, NullLogger<DeliveryWorker>.Instance);
    }

    [Fact]
    public async Task A_question_is_answered_once_with_its_steps_shown_before()
    {
        await StartAsync();
        var asked = await AskAsync();
        (await DeliveredAsync()).Id.ShouldBe(asked.Id);
        channel.Shown.ShouldNotBeEmpty();
        chats.Conversations.FindReply(asked.Id).ShouldNotBeNull();
        chats.Receipts.Find(asked.Id).ShouldNotBeNull().Question.Text.ShouldBe(asked.Text);
    }

    [Fact]
    public async Task The_answer_takes_the_place_of_what_announced_it()
    {
        channel.HasPlaceholders = true;
        await StartAsync();
        await AskAsync();
        await DeliveredAsync();
        channel.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_only_says_hello_is_told_what_to_ask()
    {
        await StartAsync();
        var said = await AskAsync("Hello!");
        (await DeliveredAsync()).Blocks[0].ShouldBeOfType<Paragraph>().Spans.ShouldHaveSingleItem().Text!.ShouldStartWith("I answer questions");
        chats.Conversations.GetHistory(said.Address.ConversationId, 10).ShouldBeEmpty("a next question does not lean on a greeting");
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_answered_says_so_where_its_answer_was_announced()
    {
        channel.HasPlaceholders = true;
        channel.Beginning = stop => chats.Forgetting.ForgetUserAsync(TemporaryChats.Message().UserKey, stop);
        await StartAsync();
        await AskAsync();
        await UntilAsync(() => channel.Posts.Values.FirstOrDefault()?.Blocks is [Caveat { Text: Notices.ForgottenText }]);
        channel.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_stops_an_answer_gets_none()
    {
        channel.IsStopped = true;
        await StartAsync();
        await AskAsync();
        await UntilAsync(() => chats.Inbox.Waiting == 0);
        chats.Scalar<long>("SELECT count(*) FROM outbox").ShouldBe(0);
        chats.DeadLetters.List().ShouldBeEmpty();
        channel.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platform_too_busy_for_an_announcement_still_gets_the_answer()
    {
        channel.Beginning = _ => throw new ChannelBusyException("429", TimeSpan.FromSeconds(30));
        await StartAsync();
        var asked = await AskAsync();
        (await DeliveredAsync()).Id.ShouldBe(asked.Id);
    }

    [Fact]
    public async Task What_announced_the_answer_before_a_crash_is_found_again()
    {
        channel.HasPlaceholders = true;
        var asked = await AskAsync();
        await chats.LeaseAsync();
        await channel.BeginAsync(asked.Address, asked.Id, Stop);
        await chats.Inbox.TakeOverAsync(Stop);
        await StartAsync();
        await DeliveredAsync();
        channel.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_post_that_arrived_although_it_was_reported_as_failed_is_not_posted_again()
    {
        channel.PostsBeforeItFails = true;
        channel.Faults.Enqueue(new HttpRequestException("connection reset"));
        await StartAsync();
        await AskAsync();
        await DeliveredAsync();
        channel.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_platform_will_never_take_is_put_aside()
    {
        channel.Faults.Enqueue(new ChannelRefusedException("the room is gone"));
        await StartAsync();
        await AskAsync();
        await UntilAsync(() => chats.DeadLetters.List().Count == 1);
        chats.DeadLetters.List()[0].Error.ShouldContain("the room is gone");
        channel.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_gets_an_apology()
    {
        channel.Beginning = _ => throw new InvalidOperationException("broken");
        await StartAsync();
        await AskAsync();
        (await DeliveredAsync()).Blocks.ShouldHaveSingleItem().ShouldBe(new Caveat(Notices.FailedText));
        chats.DeadLetters.List().ShouldHaveSingleItem().Kind.ShouldBe("question");
    }

    [Fact]
    public async Task A_polite_stop_gives_back_what_it_cannot_finish()
    {
        var begun = new TaskCompletionSource();
        channel.Beginning = async stopped =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stopped);
        };
        await StartAsync();
        await AskAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        await answering.StopAsync(Stop);
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_polite_stop_lets_what_is_nearly_done_finish()
    {
        chats.Options.Drain = TimeSpan.FromSeconds(20);
        var begun = new TaskCompletionSource();
        channel.Beginning = async _ =>
        {
            begun.TrySetResult();
            await Task.Delay(50, CancellationToken.None);
        };
        await StartAsync();
        await AskAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        await answering.StopAsync(Stop);
        chats.Scalar<long>("SELECT count(*) FROM outbox").ShouldBe(1);
    }

    [Fact]
    public async Task A_question_beyond_all_measure_is_refused_politely()
    {
        await StartAsync();
        await AskAsync(new string('x', 100_000));
        (await DeliveredAsync()).Blocks.ShouldHaveSingleItem().ShouldBeOfType<Caveat>().Text.ShouldContain("fewer words");
    }

    [Fact]
    public async Task An_operator_sees_how_many_wait_and_how_long_a_reply_took()
    {
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, to) => { if (instrument.Meter.Scope == meters.GetRequiredService<IMeterFactory>()) to.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();

        await AskAsync();
        chats.Clock.Now += TimeSpan.FromSeconds(40);
        listener.RecordObservableInstruments();
        (seen["survbot.inbox.depth"], seen["survbot.inbox.oldest_age"], seen["survbot.outbox.in_doubt"]).ShouldBe((1, 40, 0));
        await StartAsync();
        await DeliveredAsync();
        seen["survbot.reply.duration"].ShouldBeGreaterThanOrEqualTo(40);
        listener.RecordObservableInstruments();
        seen["survbot.inbox.depth"].ShouldBe(0);
    }

    private async Task StartAsync()
    {
        await answering.StartAsync(Stop);
        await sending.StartAsync(Stop);
    }

    private async Task<IncomingMessage> AskAsync(string text = "What is Viper?")
    {
        var message = TemporaryChats.Message(text: text);
        (await chats.Inbox.AcceptAsync(message, Stop)).ShouldBe(Acceptance.Accepted);
        return message;
    }

    /// <summary>The reply as it stands in the chat when nothing waits any more; pauses pass at once.</summary>
    private async Task<Reply> DeliveredAsync()
    {
        await UntilAsync(() => chats.Scalar<long>("SELECT (SELECT count(*) FROM inbox WHERE state = 0) + (SELECT count(*) FROM outbox WHERE state = 0)") == 0);
        return channel.Posts.Values.ShouldHaveSingleItem();
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        for (int i = 0; i < 200 && !holds(); i++)
        {
            chats.Clock.Now += TimeSpan.FromSeconds(1);
            chats.Wake.Inbox.Ring();
            chats.Wake.Outbox.Ring();
            await Task.Delay(50, Stop);
        }
        holds().ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await answering.StopAsync(Stop);
        await sending.StopAsync(Stop);
        answering.Dispose();
        sending.Dispose();
        metrics.Dispose();
        await meters.DisposeAsync();
        newsroom.Dispose();
        await chats.DisposeAsync();
    }
}
