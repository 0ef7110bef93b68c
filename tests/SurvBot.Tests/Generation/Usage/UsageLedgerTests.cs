using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Usage;

/// <summary>What both ledgers promise.</summary>
public abstract class UsageLedgerTests
{
    protected static readonly Asker Ann = new("desk", "ann"), Bob = new("desk", "bob"), Stranger = new("other", "ann");

    private protected StoppedClock Clock { get; } = new() { Now = Some.Now };

    protected ModelOptions Options { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract IUsageLedger Ledger { get; }

    [Fact]
    public async Task Without_budgets_anything_goes() => (await ReserveAsync(Ann, long.MaxValue / 4)).ShouldNotBeNull();

    [Fact]
    public async Task A_hundred_questions_at_once_do_not_overrun_a_budget()
    {
        Options.WorkspaceTokensPerDay = 10_500;
        var reserved = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Ledger.TryReserveAsync(i % 2 == 0 ? Ann : Bob, new TokenUsage(900, 100), Stop), Stop)));
        reserved.Count(reservation => reservation is not null).ShouldBe(10);
        (await ReserveAsync(Stranger, 1000)).ShouldNotBeNull("another workspace has its own");
    }

    [Fact]
    public async Task A_person_has_a_budget_of_their_own()
    {
        Options.UserTokensPerDay = 1000;
        (await ReserveAsync(Ann, 1000)).ShouldNotBeNull();
        (await ReserveAsync(Ann, 1)).ShouldBeNull();
        (await ReserveAsync(Bob, 1000)).ShouldNotBeNull();
        (await ReserveAsync(Stranger, 1000)).ShouldNotBeNull("the same name elsewhere is somebody else");
    }

    [Fact]
    public async Task What_was_not_used_after_all_can_be_used_again_and_what_was_used_besides_counts()
    {
        Options.UserTokensPerDay = 1000;
        var reservation = await ReserveAsync(Ann, 1000);
        await Ledger.SettleAsync(reservation!, new TokenUsage(100, 0), Stop);
        (await ReserveAsync(Ann, 901)).ShouldBeNull();
        await Ledger.SettleAsync((await ReserveAsync(Ann, 900))!, new TokenUsage(1000, 0), Stop);
        (await ReserveAsync(Ann, 0)).ShouldBeNull("more was used than set aside");
    }

    [Fact]
    public async Task A_budget_in_money_counts_both_ways_at_their_prices()
    {
        (Options.InputPricePerMillion, Options.OutputPricePerMillion, Options.WorkspaceCostPerDay) = (0.15m, 0.60m, 0.0003m);
        (await Ledger.TryReserveAsync(Ann, new TokenUsage(1000, 250), Stop)).ShouldNotBeNull();
        (await Ledger.TryReserveAsync(Bob, new TokenUsage(1, 0), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_day_has_a_new_budget_and_what_began_the_day_before_is_that_day_s()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 12, 23, 59, 0, TimeSpan.Zero);
        Options.UserTokensPerDay = 1000;
        var late = await ReserveAsync(Ann, 1000);
        Clock.Now = Clock.Now.AddMinutes(2);
        await Ledger.SettleAsync(late!, new TokenUsage(5000, 0), Stop);
        (await ReserveAsync(Ann, 1000)).ShouldNotBeNull();
    }

    protected Task<Reservation?> ReserveAsync(Asker asker, long tokens) => Ledger.TryReserveAsync(asker, new TokenUsage(tokens, 0), Stop);
}

public sealed class PassingLedgerTests : UsageLedgerTests
{
    private PassingLedger? ledger;

    protected override IUsageLedger Ledger => ledger ??= new(Options, Clock);
}

public sealed class UsageStoreTests : UsageLedgerTests, IAsyncDisposable
{
    private readonly TemporaryChats chats = new();
    private readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly UsageMetrics metrics;

    public UsageStoreTests() => metrics = new UsageMetrics(meters.GetRequiredService<IMeterFactory>());

    protected override IUsageLedger Ledger => Store;

    private UsageStore Store => field ??= new UsageStore(chats.Database, Options, metrics, Clock);

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        metrics.Dispose();
        await meters.DisposeAsync();
    }

    [Fact]
    public async Task What_was_set_aside_before_a_crash_stays_counted()
    {
        Options.UserTokensPerDay = 1000;
        await ReserveAsync(Ann, 600);
        // Another process opens the file while nothing of the first was settled or closed.
        await using var reopened = new ChatDatabase(chats.FilePath);
        var after = new UsageStore(reopened, Options, metrics, Clock);
        (await after.TryReserveAsync(Ann, new TokenUsage(401, 0), Stop)).ShouldBeNull();
        (await after.TryReserveAsync(Ann, new TokenUsage(400, 0), Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_listed_by_day_and_workspace_with_its_cost()
    {
        (Options.InputPricePerMillion, Options.OutputPricePerMillion) = (2m, 8m);
        await Ledger.SettleAsync((await ReserveAsync(Ann, 9000))!, new TokenUsage(1000, 500), Stop);
        await Ledger.SettleAsync((await ReserveAsync(Bob, 9000))!, new TokenUsage(500, 0), Stop);
        await Ledger.SettleAsync((await ReserveAsync(Stranger, 9000))!, new TokenUsage(1, 1), Stop);
        var today = DateOnly.FromDateTime(Clock.Now.UtcDateTime);
        Store.List(today).ShouldBe([new WorkspaceUsage(today, "desk", 2, 1500, 500, 0.007m), new WorkspaceUsage(today, "other", 1, 1, 1, 0.00001m)]);
        Store.List(today.AddDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_measured_by_workspace()
    {
        var measured = new List<(string Name, long Value, object? Workspace)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Scope == meters.GetRequiredService<IMeterFactory>()) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add((instrument.Name, value, tags[0].Value)));
        listener.Start();
        Options.UserTokensPerDay = 2000;
        await Ledger.SettleAsync((await ReserveAsync(Ann, 2000))!, new TokenUsage(1990, 5), Stop);
        await ReserveAsync(Ann, 2000);
        measured.ShouldBe([("survbot.model.tokens", 1990, "desk"), ("survbot.model.tokens", 5, "desk"), ("survbot.model.budget.exhausted", 1, "desk")]);
    }

    [Fact]
    public async Task A_forgotten_person_s_use_stays_the_workspace_s_without_their_name()
    {
        await ReserveAsync(new Asker("desk", "quetzal-person"), 100);
        await ReserveAsync(new Asker("desk", "second-person"), 10);
        await chats.Forgetting.ForgetUserAsync("quetzal-person", Stop);
        await chats.Forgetting.ForgetUserAsync("second-person", Stop);
        chats.HoldsOnDisk("quetzal-person").ShouldBeFalse();
        Store.List(DateOnly.MinValue).Single().InputTokens.ShouldBe(110);
        await chats.Forgetting.ForgetWorkspaceAsync("desk", Stop);
        Store.List(DateOnly.MinValue).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_forgotten_with_what_was_asked()
    {
        await ReserveAsync(Ann, 100);
        await chats.Forgetting.ForgetBeforeAsync(Clock.Now, Stop);
        Store.List(DateOnly.MinValue).ShouldNotBeEmpty("it is of today");
        await chats.Forgetting.ForgetBeforeAsync(Clock.Now.AddDays(1), Stop);
        Store.List(DateOnly.MinValue).ShouldBeEmpty();
    }
}
