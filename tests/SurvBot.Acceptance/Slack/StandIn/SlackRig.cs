using SurvBot.Acceptance.Chaos;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>The program beside a stand-in for Slack, to be killed; each question is asked in a room of its own, so that what is said there is its answer.</summary>
internal sealed class SlackRig : KillableSurvBot
{
    private readonly Func<SlackTalk> newTalk;
    private readonly Couriers<SlackWord> couriers;
    private int questions;

    private SlackRig(SlackStandIn slack, Func<SlackTalk> newTalk)
        : base("SurvBot.Bot.dll")
    {
        (Slack, this.newTalk) = (slack, newTalk);
        couriers = new Couriers<SlackWord>(word => word.Id, word => SlackSigned.Event($"{Url}/", word)).Start();
        foreach (var (name, value) in SlackSigned.Settings(slack.ApiUrl))
            Set($"{name}={value}");
        Set("SurvBot__Delivery__Sending=64");
    }

    public SlackStandIn Slack { get; }

    /// <summary>Rooms that were told that an answer may be missing.</summary>
    public int Notes => Rooms.Count(room => Slack.PostsIn(room).Any(post => post.IsNote));

    /// <summary>Messages that were begun by who died before it could keep their names: nobody can end them but Slack, after five minutes.</summary>
    public int Orphans => Rooms.SelectMany(Slack.PostsIn).Count(IsOrphan);

    private IEnumerable<string> Rooms => couriers.Acknowledged.Select(word => word.Talk.Room).Distinct();

    public static async Task<SlackRig> CreateAsync(Func<SlackTalk> newTalk, params string[] settings)
    {
        var rig = new SlackRig(await SlackStandIn.StartAsync(), newTalk);
        foreach (string setting in settings)
            rig.Set(setting);
        return rig;
    }

    /// <summary>So many questions are asked.</summary>
    public IReadOnlyList<SlackTalk> Ask(int questions)
    {
        this.questions += questions;
        var talks = Enumerable.Range(0, questions).Select(_ => newTalk()).ToList();
        foreach (var word in talks.SelectMany(talk => talk.Question(SlackProgram.Question)))
            couriers.Take(word);
        return talks;
    }

    /// <summary>Waits until every room has its answer, or knows that it may be missing; prints a line on how it went.</summary>
    /// <param name="scenario">What was done to the program.</param>
    /// <param name="times">How often.</param>
    public Task<Ledger> SettleAsync(string scenario, int times) => SettleAsync(scenario, times, questions, Read);

    public override async ValueTask DisposeAsync()
    {
        await couriers.DisposeAsync();
        await base.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private Ledger Read()
    {
        // A question is taken on when each of its events is.
        var asked = couriers.Acknowledged.GroupBy(word => word.Talk).Where(words => words.Count() == (words.Key.Kind == "im" ? 1 : 2)).Select(words => words.Key).ToList();
        var posts = asked.Select(talk => Slack.PostsIn(talk.Room).Where(post => !IsOrphan(post)).ToList()).ToList();
        return new Ledger(asked.Count, posts.Count(of => of.Count == 0), posts.Count(of => of.Count(post => post.IsAnswer) > 1), posts.SelectMany(of => of).Count(post => !post.IsAnswer && !post.IsNote) + Ledger.OpenRows(Data));
    }

    private static bool IsOrphan(SlackPost post) => post is { IsStreaming: true, Text: "" };
}
