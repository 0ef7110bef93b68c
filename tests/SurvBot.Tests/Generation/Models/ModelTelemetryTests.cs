using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SurvBot.Answers;
using SurvBot.Tests.Generation.Models.StandIn;

namespace SurvBot.Tests.Generation.Models;

/// <summary>What leaves for a collector bears OpenTelemetry's names for generative AI, and no text.</summary>
public sealed class ModelTelemetryTests
{
    [Fact]
    public async Task A_question_to_the_model_is_traced_and_measured_without_its_text()
    {
        var spans = new ConcurrentQueue<Activity>();
        var measured = new ConcurrentQueue<string>();
        using var tracing = new ActivityListener { ShouldListenTo = source => source.Name == ModelServices.TelemetryName, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = spans.Enqueue };
        ActivitySource.AddActivityListener(tracing);
        using var metering = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ModelServices.TelemetryName) listener.EnableMeasurementEvents(instrument); } };
        metering.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.Enqueue(instrument.Name));
        metering.SetMeasurementEventCallback<int>((instrument, _, _, _) => measured.Enqueue(instrument.Name));
        metering.Start();
        await using var rig = await ModelRig.StartAsync(change: options => options.Name = "telemetry-desk");
        rig.StandIn.Reply(_ => "canary answer");

        await rig.AskAsync(cancellationToken: TestContext.Current.CancellationToken);
        var span = spans.Single(span => span.GetTagItem("gen_ai.request.model") is "telemetry-desk");
        span.DisplayName.ShouldBe("chat telemetry-desk");
        span.GetTagItem("gen_ai.operation.name").ShouldBe("chat");
        span.GetTagItem("gen_ai.provider.name").ShouldNotBeNull();
        span.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(3);
        string.Join(' ', span.TagObjects.Select(tag => tag.Value).Concat(span.Events.SelectMany(happened => happened.Tags).Select(tag => tag.Value))).ShouldNotContain("canary");
        measured.ShouldContain("gen_ai.client.operation.duration");
        measured.ShouldContain("gen_ai.client.token.usage");

        rig.StandIn.Next(ModelTroubles.Unauthorized);
        await rig.AskAsync(cancellationToken: TestContext.Current.CancellationToken);
        spans.Last(span => span.GetTagItem("gen_ai.request.model") is "telemetry-desk").Status.ShouldBe(ActivityStatusCode.Error);
    }
}
