namespace SurvBot.Acceptance.Chaos;

/// <summary>The program under a fake platform.</summary>
internal sealed class Rig : KillableSurvBot
{
    private Rig(FakePlatform platform)
        : base("SurvBot.Chaos.dll")
    {
        Platform = platform;
        Senders = new Senders(Url);
        Set($"CHAOS_PLATFORM={platform.Url}");
    }

    public FakePlatform Platform { get; }

    public Senders Senders { get; }

    /// <summary>Everything is there but the program itself.</summary>
    /// <param name="settings">Environment variables of the program, name=value.</param>
    public static async Task<Rig> CreateAsync(params string[] settings)
    {
        var rig = new Rig(await FakePlatform.StartAsync());
        foreach (string setting in settings)
            rig.Set(setting);
        return rig;
    }

    /// <summary>Waits until all that was said is answered; prints a line on how it went.</summary>
    /// <param name="scenario">What was done to the program.</param>
    /// <param name="times">How often.</param>
    public Task<Ledger> SettleAsync(string scenario, int times) => SettleAsync(scenario, times, Senders.Asked, Read);

    public override async ValueTask DisposeAsync()
    {
        await Senders.DisposeAsync();
        await base.DisposeAsync();
        await Platform.DisposeAsync();
    }

    private Ledger Read()
    {
        var acknowledged = Senders.Acknowledged;
        var posts = acknowledged.Select(word => Platform.PostsOf(word.ReplyId())).ToList();
        return new Ledger(acknowledged.Count, posts.Count(of => of.Count == 0), posts.Count(of => of.Count > 1), posts.Count(of => of.Any(post => post.Text is null)) + Ledger.OpenRows(Data));
    }
}
