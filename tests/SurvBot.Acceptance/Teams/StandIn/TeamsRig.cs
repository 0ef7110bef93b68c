using System.Text.Json.Nodes;
using SurvBot.Acceptance.Chaos;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>The program beside a stand-in for Teams, to be killed; each question is asked in a chat of its own, so that what is said there is its answer.</summary>
internal sealed class TeamsRig : KillableSurvBot
{
    private readonly Func<TeamsChat> newChat;
    private readonly Couriers<TeamsQuestion> couriers;

    private TeamsRig(ConnectorStandIn connector, Func<TeamsChat> newChat)
        : base("SurvBot.Bot.dll")
    {
        (Connector, this.newChat) = (connector, newChat);
        couriers = new Couriers<TeamsQuestion>(new Uri($"{Url}/api/messages"), question => question.Chat.Id, question => question.Activity).Start();
        foreach (var (name, value) in TeamsBot.Settings)
            Set($"{name}={value}");
        Set("SurvBot__Delivery__Sending=64");
        connector.Streams.MayBeLeftOpen = true;
        // Dies as often between what was said and its acknowledgement as elsewhere.
        connector.Afterthought = TimeSpan.FromMilliseconds(100);
    }

    public ConnectorStandIn Connector { get; }

    /// <summary>Chats that were told that an answer may be missing.</summary>
    public int Notes => couriers.Acknowledged.Count(question => Connector.PostsIn(question.Chat.Id).Any(post => post.IsNote));

    public static async Task<TeamsRig> CreateAsync(Func<TeamsChat> newChat) => new(await ConnectorStandIn.StartAsync(), newChat);

    /// <summary>So many questions are asked.</summary>
    public void Ask(int questions)
    {
        for (int i = 0; i < questions; i++)
        {
            var chat = newChat();
            if (chat.Kind == "personal")
                Connector.AddPersonalChat(chat.Id);
            var activity = chat.Question(TeamsBot.Question);
            activity["serviceUrl"] = Connector.ServiceUrl;
            couriers.Take(new TeamsQuestion(chat, activity));
        }
    }

    /// <summary>Waits until every chat has its answer, or knows that it may be missing; prints a line on how it went.</summary>
    /// <param name="scenario">What was done to the program.</param>
    /// <param name="times">How often.</param>
    public Task<Ledger> SettleAsync(string scenario, int times) => SettleAsync(scenario, times, couriers.Asked, Read);

    public override async ValueTask DisposeAsync()
    {
        await couriers.DisposeAsync();
        await base.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private Ledger Read()
    {
        var acknowledged = couriers.Acknowledged;
        var posts = acknowledged.Select(question => Connector.PostsIn(question.Chat.Id)).ToList();
        return new Ledger(acknowledged.Count, posts.Count(of => of.Count == 0), posts.Count(of => of.Count(post => post.IsAnswer) > 1), posts.SelectMany(of => of).Count(post => !post.IsAnswer && !post.IsNote) + Ledger.OpenRows(Data));
    }
}

/// <summary>A question in a chat where nothing else is asked.</summary>
internal sealed record TeamsQuestion(TeamsChat Chat, JsonObject Activity);
