using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Answers.Generation.Models;
using SurvBot.Tests.Generation.Models.StandIn;

namespace SurvBot.Tests.Generation.Models;

/// <summary>The real clients of Azure OpenAI and OpenAI in the program's pipeline, against a server that does all that one was seen to do.</summary>
public sealed class ModelPipelineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(ModelOptions.Azure), InlineData(ModelOptions.OpenAI)]
    public async Task An_answer_comes_word_by_word_with_its_usage(string provider)
    {
        await using var rig = await ModelRig.StartAsync(provider);
        rig.StandIn.Reply(request => $"You asked: {request.Question}");
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Fault.ShouldBeNull();
        heard.Text.ShouldBe("You asked: What is new?");
        heard.Updates.Count(update => update.Text.Length > 0).ShouldBe(5);
        heard.Updates.SelectMany(update => update.Contents).OfType<UsageContent>().Single().Details.InputTokenCount.ShouldBe(3);
        rig.StandIn.Requests.Single().Path.ShouldBe(provider == ModelOptions.Azure ? "/openai/deployments/desk/chat/completions?api-version=2024-10-21" : "/v1/chat/completions");
    }

    [Theory, InlineData(ModelOptions.Azure), InlineData(ModelOptions.OpenAI)]
    public async Task A_whole_answer_has_its_text_and_usage(string provider)
    {
        await using var rig = await ModelRig.StartAsync(provider);
        var answer = await rig.Client.GetResponseAsync([new(ChatRole.System, "Be brief."), new(ChatRole.User, "Well?")], cancellationToken: Stop);
        answer.Text.ShouldBe("All is well.");
        answer.Usage!.OutputTokenCount.ShouldBe(3);
        rig.StandIn.Requests.Single().Messages.ShouldBe([new("system", "Be brief."), new("user", "Well?")]);
    }

    [Fact]
    public async Task What_a_caller_wants_of_the_model_reaches_it_and_the_deadline_does_not()
    {
        await using var rig = await ModelRig.StartAsync();
        var options = new ChatOptions { MaxOutputTokens = 300, Temperature = 0.2f, ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object"}"""), "draft") }.EndBy(TimeProvider.System.GetUtcNow().AddMinutes(1));
        (await rig.AskAsync(options, Stop)).Fault.ShouldBeNull();
        var body = rig.StandIn.Requests.Single().Body;
        (body.TryGetProperty("max_completion_tokens", out var most) || body.TryGetProperty("max_tokens", out most)).ShouldBeTrue(body.GetRawText());
        most.GetInt32().ShouldBe(300);
        body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString().ShouldBe("draft");
        body.GetRawText().ShouldNotContain("survbot");
    }

    public static TheoryData<string, string, ModelFault, string> Failures { get; } = new()
    {
        { ModelOptions.Azure, nameof(ModelTroubles.Unauthorized), ModelFault.Refused, "" },
        { ModelOptions.OpenAI, nameof(ModelTroubles.Unauthorized), ModelFault.Refused, "" },
        { ModelOptions.OpenAI, nameof(ModelTroubles.NoCredit), ModelFault.Refused, "" },
        { ModelOptions.Azure, nameof(ModelTroubles.NotFound), ModelFault.NotFound, "" },
        { ModelOptions.Azure, nameof(ModelTroubles.TooManyTokens), ModelFault.Rejected, "" },
        { ModelOptions.Azure, nameof(ModelTroubles.FilteredQuestion), ModelFault.Filtered, "" },
        { ModelOptions.Azure, nameof(ModelTroubles.FilteredAnswer), ModelFault.Filtered, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.Truncated), ModelFault.CutShort, "Two things are known." },
        { ModelOptions.OpenAI, nameof(ModelTroubles.Truncated), ModelFault.CutShort, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.CutAtLength), ModelFault.TooLong, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.GarbageMidway), ModelFault.Garbled, "Two things are known." },
        { ModelOptions.OpenAI, nameof(ModelTroubles.GarbageMidway), ModelFault.Garbled, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.LongLine), ModelFault.TooLong, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.StallMidway), ModelFault.Stalled, "Two things are known." },
        { ModelOptions.OpenAI, nameof(ModelTroubles.StallMidway), ModelFault.Stalled, "Two things are known." },
        { ModelOptions.Azure, nameof(ModelTroubles.ResetMidway), ModelFault.CutShort, "Two things are known." },
        { ModelOptions.OpenAI, nameof(ModelTroubles.ResetMidway), ModelFault.CutShort, "Two things are known." },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task A_failure_that_asking_again_cannot_mend_is_told_once_by_its_kind(string provider, string trouble, ModelFault expected, string text)
    {
        await using var rig = await ModelRig.StartAsync(provider);
        rig.StandIn.Next(Named(trouble));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        (heard.Fault?.Fault, heard.Text).ShouldBe((expected, text), heard.Fault?.ToString());
        heard.Took.ShouldBeLessThan(Patience);
        rig.StandIn.Requests.Count.ShouldBe(1);
        heard.Fault!.ToString().ShouldNotContain(ModelStandIn.Key);
    }

    public static TheoryData<string, string, ModelFault> Passing { get; } = new()
    {
        { ModelOptions.Azure, nameof(ModelTroubles.GarbageAtFirst), ModelFault.Garbled },
        { ModelOptions.OpenAI, nameof(ModelTroubles.GarbageAtFirst), ModelFault.Garbled },
        { ModelOptions.Azure, nameof(ModelTroubles.Page), ModelFault.CutShort },
        { ModelOptions.Azure, nameof(ModelTroubles.StallAtFirst), ModelFault.Stalled },
        { ModelOptions.Azure, nameof(ModelTroubles.StallBeforeWords), ModelFault.Stalled },
        { ModelOptions.OpenAI, nameof(ModelTroubles.StallAtFirst), ModelFault.Stalled },
        { ModelOptions.Azure, nameof(ModelTroubles.ResetAtFirst), ModelFault.Unreachable },
        { ModelOptions.OpenAI, nameof(ModelTroubles.ResetAtFirst), ModelFault.Unreachable },
        { ModelOptions.Azure, nameof(ModelTroubles.Empty), ModelFault.Garbled },
        { ModelOptions.Azure, nameof(ModelTroubles.UnofferedTool), ModelFault.Garbled },
        { ModelOptions.OpenAI, nameof(ModelTroubles.UnofferedTool), ModelFault.Garbled },
    };

    [Theory, MemberData(nameof(Passing))]
    public async Task A_failure_before_the_first_words_is_tried_again_and_told_where_it_lasts(string provider, string trouble, ModelFault expected)
    {
        await using var rig = await ModelRig.StartAsync(provider);
        rig.StandIn.Next(Named(trouble));
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
        rig.StandIn.Requests.Count.ShouldBe(2);

        rig.StandIn.Next(Enumerable.Repeat(Named(trouble), 3));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        (heard.Fault?.Fault, heard.Text).ShouldBe((expected, ""), heard.Fault?.ToString());
        heard.Took.ShouldBeLessThan(Patience);
    }

    [Theory, InlineData(500), InlineData(502), InlineData(503), InlineData(504)]
    public async Task A_fault_of_the_server_is_tried_again_and_told_where_it_lasts(int status)
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Failed(status));
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
        rig.StandIn.Next(Enumerable.Repeat(ModelTroubles.Failed(status), 3));
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.Overloaded);
        rig.StandIn.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_tool_that_nobody_offered_is_left_out_of_an_answer()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.UnofferedToolBesidesWords);
        var heard = await rig.AskAsync(cancellationToken: Stop);
        (heard.Fault, heard.Text).ShouldBe((null, "All is well."));
        heard.Updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_that_was_offered_can_be_called()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.UnofferedTool);
        var heard = await rig.AskAsync(new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sent", "send_mail")] }, Stop);
        heard.Fault.ShouldBeNull();
        heard.Updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>().Single().Name.ShouldBe("send_mail");
    }

    [Fact]
    public async Task A_model_that_is_slow_but_in_time_is_waited_for()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Slow(TimeSpan.FromSeconds(0.6)));
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
    }

    [Fact]
    public async Task A_model_that_never_ends_is_ended_by_the_length_of_its_answer()
    {
        await using var rig = await ModelRig.StartAsync(change: options => options.MostCharacters = 5000);
        rig.StandIn.Next(ModelTroubles.Endless);
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Fault!.Fault.ShouldBe(ModelFault.TooLong);
        heard.Text.Length.ShouldBeInRange(4900, 5000);
    }

    [Fact]
    public async Task A_model_that_dribbles_is_ended_by_the_time_of_all()
    {
        await using var rig = await ModelRig.StartAsync(change: options => options.TotalTimeout = TimeSpan.FromSeconds(1.5));
        rig.StandIn.Next(ModelTroubles.Dribble(TimeSpan.FromSeconds(0.2)));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Fault!.Fault.ShouldBe(ModelFault.Stalled);
        heard.Took.ShouldBeInRange(TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(3));
    }

    [Theory, InlineData(ModelOptions.Azure), InlineData(ModelOptions.OpenAI)]
    public async Task A_busy_model_is_asked_again_after_the_time_that_it_names(string provider)
    {
        await using var rig = await ModelRig.StartAsync(provider);
        rig.StandIn.Next(ModelTroubles.Busy("1"));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Text.ShouldBe("All is well.");
        heard.Took.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task That_time_may_be_a_date()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Busy(TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("r")));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Text.ShouldBe("All is well.");
        heard.Took.ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_busy_model_is_not_waited_for_where_there_is_no_time_and_not_asked_meanwhile()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Busy("30"));
        for (int question = 0; question < 5; question++)
        {
            var heard = await rig.AskAsync(cancellationToken: Stop);
            heard.Fault!.Fault.ShouldBe(ModelFault.Busy);
            heard.Fault.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
            heard.Took.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        }
        rig.StandIn.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_s_deadline_is_kept()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.Busy("2"), ModelTroubles.StallAtFirst);
        var heard = await rig.AskAsync(new ChatOptions().EndBy(TimeProvider.System.GetUtcNow().AddSeconds(1)), Stop);
        (heard.Fault!.Fault, heard.Took < TimeSpan.FromSeconds(0.9)).ShouldBe((ModelFault.Busy, true));
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        heard = await rig.AskAsync(new ChatOptions().EndBy(TimeProvider.System.GetUtcNow().AddSeconds(0.5)), Stop);
        (heard.Fault!.Fault, heard.Took < TimeSpan.FromSeconds(1)).ShouldBe((ModelFault.Stalled, true));
        (await rig.AskAsync(new ChatOptions().EndBy(TimeProvider.System.GetUtcNow()), Stop)).Fault!.Fault.ShouldBe(ModelFault.Stalled);
        rig.StandIn.Requests.Count.ShouldBe(2);
    }

    [Theory, InlineData(nameof(ModelTroubles.StallAtFirst)), InlineData(nameof(ModelTroubles.StallMidway))]
    public async Task Whoever_gives_up_gets_a_cancellation_and_no_fault(string trouble)
    {
        await using var rig = await ModelRig.StartAsync(change: options => (options.FirstWordsTimeout, options.PauseTimeout) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)));
        rig.StandIn.Next(Named(trouble));
        using var given = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await Should.ThrowAsync<OperationCanceledException>(() => rig.AskAsync(cancellationToken: given.Token));
    }

    [Fact]
    public async Task A_model_that_is_nowhere_is_unreachable()
    {
        await using var rig = await ModelRig.StartAsync(change: options => options.Endpoint = "http://127.0.0.1:9");
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Fault!.Fault.ShouldBe(ModelFault.Unreachable);
        heard.Took.ShouldBeLessThan(Patience);
    }

    [Fact]
    public async Task Without_a_key_azure_is_asked_with_an_entra_token()
    {
        await using var rig = await ModelRig.StartAsync(identity: new FakeIdentity(ModelStandIn.Token));
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
    }

    [Fact]
    public async Task Without_an_identity_it_says_so()
    {
        await using var rig = await ModelRig.StartAsync(identity: new FakeIdentity(null));
        var heard = await rig.AskAsync(cancellationToken: Stop);
        heard.Fault!.Fault.ShouldBe(ModelFault.Refused);
        heard.Fault.Message.ShouldBe("Entra ID gives SurvBot no token for the language model.");
        rig.StandIn.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        await using var rig = await ModelRig.StartAsync(change: options => options.ApiKey = "wrong");
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.Refused);
        rig.StandIn.Strangers.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_fails_again_and_again_is_left_alone_and_tried_once_after_a_while()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var rig = await ModelRig.StartAsync(change: options => options.Retries = 0, clock: clock);
        rig.StandIn.Next(Enumerable.Repeat(ModelTroubles.Failed(), 4));
        for (int question = 0; question < 3; question++)
            (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.Overloaded);
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.BreakerOpen);
        rig.StandIn.Requests.Count.ShouldBe(3);

        clock.Advance(TimeSpan.FromSeconds(31));
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.Overloaded, "one question tries it again");
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.BreakerOpen);
        clock.Advance(TimeSpan.FromSeconds(31));
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
    }

    [Fact]
    public async Task What_was_wrong_with_questions_does_not_keep_others_from_the_model()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(ModelTroubles.FilteredQuestion, ModelTroubles.TooManyTokens, ModelTroubles.CutAtLength, ModelTroubles.FilteredAnswer);
        for (int question = 0; question < 4; question++)
            (await rig.AskAsync(cancellationToken: Stop)).Fault.ShouldNotBeNull();
        (await rig.AskAsync(cancellationToken: Stop)).Text.ShouldBe("All is well.");
    }

    [Fact]
    public async Task A_model_that_always_stops_midway_is_left_alone_too()
    {
        await using var rig = await ModelRig.StartAsync();
        rig.StandIn.Next(Enumerable.Repeat(ModelTroubles.Truncated, 3));
        for (int question = 0; question < 3; question++)
            (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.CutShort);
        (await rig.AskAsync(cancellationToken: Stop)).Fault!.Fault.ShouldBe(ModelFault.BreakerOpen);
    }

    private static ModelTrouble Named(string trouble) => (ModelTrouble)typeof(ModelTroubles).GetProperty(trouble)!.GetValue(null)!;

    private sealed class FakeIdentity(string? token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            token is null ? throw new AuthenticationFailedException("nobody is signed in") : new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
