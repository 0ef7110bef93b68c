using System.Diagnostics;
using SurvBot.Bot.Replies;

namespace SurvBot.Acceptance.Chaos;

/// <summary>One person asks for all there is.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class FloodTests
{
    private const int Flood = 10_000, UserPerMinute = 20;
    private const long MostMegabytes = 400;

    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Ten_thousand_questions_of_one_person_hold_up_nobody_else()
    {
        await using var rig = await Rig.CreateAsync($"SurvBot__Delivery__UserPerMinute={UserPerMinute}", "SurvBot__Delivery__WorkspacePerMinute=300");
        await rig.StartAsync();
        for (int i = 0; i < Flood; i++)
            rig.Senders.Say(user: "flooder", room: "theirs");
        await Eventually.BeTrueAsync(() => rig.Senders.Acknowledged.Count > Flood / 2, "half the flood is acknowledged");

        await using var neighbour = new Senders(rig.Url);
        var waited = Stopwatch.StartNew();
        var question = neighbour.Say(user: "neighbour", room: "another");
        await Eventually.BeTrueAsync(() => rig.Platform.PostsOf(question.ReplyId()).Count == 1, "the neighbour is answered");
        ChaosReport.Write($"flood of {Flood}: a neighbour is answered after {waited.ElapsedMilliseconds} ms, {rig.PeakMegabytes} MB at most");
        waited.Elapsed.ShouldBeLessThan(Promptly);
        rig.Platform.PostsOf(question.ReplyId()).Single().Text!.ShouldNotContain(Notices.OverQuotaText);
        await Eventually.BeTrueAsync(() => rig.Senders.Acknowledged.Count == Flood, "the flood is acknowledged");
        rig.PeakMegabytes.ShouldBeLessThan(MostMegabytes);
    }
}
